package org.minsheng.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The commits of the lake's tables, as the Delta protocol lays them down: read without Spark, which takes longer to start
 * than a quiet night takes.
 */
public final class Commits {
    private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String lake;
    private final Configuration hadoop;

    /** Those of a lake, which need not be there yet. */
    public Commits(String lake, Configuration hadoop) {
        this.lake = lake;
        this.hadoop = hadoop;
    }

    /** The number of the table's last commit; -1 where it was never written. */
    public long last(Table table) throws IOException {
        Path log = log(table);
        long version = -1;
        try {
            for (FileStatus file : log.getFileSystem(hadoop).listStatus(log)) {
                Matcher commit = COMMIT.matcher(file.getPath().getName());
                version = commit.matches() ? Math.max(version, Long.parseLong(commit.group(1))) : version;
            }
        } catch (FileNotFoundException e) {
            return -1; // never written
        }
        return version;
    }

    /** What the writer of the table's last commit said of it; nothing where it said nothing. */
    public Optional<String> userMetadata(Table table) throws IOException {
        long version = last(table);
        if (version < 0) {
            return Optional.empty();
        }
        Path commit = new Path(log(table), String.format(java.util.Locale.ROOT, "%020d.json", version));
        FileSystem files = commit.getFileSystem(hadoop);
        try (InputStream in = files.open(commit)) {
            for (String action : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                JsonNode said = JSON.readTree(action).path("commitInfo").path("userMetadata");
                if (said.isTextual()) {
                    return Optional.of(said.textValue());
                }
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IOException(commit + " is not a commit of Delta (" + e.getOriginalMessage() + ")", e);
        }
    }

    private Path log(Table table) {
        return new Path(new Path(lake, table.name()), "_delta_log");
    }
}
