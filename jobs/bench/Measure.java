import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command, and prints its seconds and the most megabytes that it held in memory (0 where the system does not tell). Fails
 * with what the command wrote where that fails. Arguments: a file for what it writes, and the command.
 */
public final class Measure {
    public static void main(String[] args) throws Exception {
        Path out = Path.of(args[0]);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(Arrays.asList(args).subList(1, args.length))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        Path status = Path.of("/proc/" + process.pid() + "/status");
        long most = 0;
        do {
            most = Math.max(most, peak(status));
        } while (!process.waitFor(50, TimeUnit.MILLISECONDS));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            Files.copy(out, System.err);
            System.exit(process.exitValue());
        }
        System.out.printf(Locale.ROOT, "%.2f %.0f%n", seconds, most / 1024.0);
    }

    /** What Linux noted as the most so far, in kilobytes: each look has all that came before it. */
    private static long peak(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
