import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Prints what a run did: jobs, queries, tasks and bytes between tasks of Spark's event logs, and observations and the seconds of
 * each stage of its summary. Arguments: the folder of the logs, the summary.
 */
public final class Counts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private int jobs;
    private int tasks;
    private long shuffled;
    private long fingerprinting;
    private final Set<String> queries = new HashSet<>();
    private final Set<Integer> fingerprints = new HashSet<>();

    public static void main(String[] args) throws Exception {
        Counts counts = new Counts();
        List<Path> logs;
        try (Stream<Path> files = Files.walk(Path.of(args[0]))) {
            logs = files.filter(Files::isRegularFile).toList();
        }
        for (Path log : logs) {
            counts.read(log);
        }
        System.out.println("- jobs " + counts.jobs);
        System.out.println("- queries " + counts.queries.size());
        System.out.println("- tasks " + counts.tasks);
        System.out.println("- shuffled_bytes " + counts.shuffled);
        if (counts.fingerprinting > 0) {
            System.out.println("fingerprints seconds " + counts.fingerprinting / 1000.0);
        }
        JsonNode result = JSON.readTree(Path.of(args[1]).toFile()).path("result");
        System.out.println(
                "- observations " + result.path("counts").path("observations").asLong());
        result.path("millis")
                .properties()
                .forEach(stage -> System.out.printf(
                        Locale.ROOT,
                        "%s seconds %.3f%n",
                        stage.getKey(),
                        stage.getValue().asLong() / 1000.0));
    }

    private void read(Path log) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                // Most lines are long, and of other events.
                if (line.startsWith("{\"Event\":\"SparkListenerJob")
                        || line.startsWith("{\"Event\":\"SparkListenerTaskEnd")) {
                    add(JSON.readTree(line));
                }
            }
        }
    }

    private void add(JsonNode event) {
        JsonNode properties = event.path("Properties");
        int job = event.path("Job ID").asInt();
        switch (event.path("Event").asText()) {
            case "SparkListenerJobStart" -> {
                jobs++;
                if (properties.has("spark.sql.execution.id")) {
                    queries.add(properties.path("spark.sql.execution.id").asText());
                }
                if (properties.path("spark.job.description").asText().startsWith("fingerprint ")) {
                    fingerprints.add(job);
                    fingerprinting -= event.path("Submission Time").asLong();
                }
            }
            case "SparkListenerJobEnd" -> {
                if (fingerprints.contains(job)) {
                    fingerprinting += event.path("Completion Time").asLong();
                }
            }
            default -> {
                tasks++;
                shuffled += event.path("Task Metrics")
                        .path("Shuffle Write Metrics")
                        .path("Shuffle Bytes Written")
                        .asLong();
            }
        }
    }
}
