package org.minsheng.notebooks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import org.apache.spark.sql.SparkSession;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import scala.Option;

/** The kernel of the notebooks: what Jupyter asks is answered by {@link Cells}, which know the names of the shell from the start. */
public final class Kernel extends BaseKernel {
    private final Cells cells = new Cells();

    private Kernel() {
        super(
                "minsheng",
                "1",
                new LanguageInfo.Builder("java")
                        .version(String.valueOf(Runtime.version().feature()))
                        .mimetype("text/x-java-source")
                        .fileExtension(".jsh")
                        .pygments("java")
                        .codemirror("java")
                        .exporter("script")
                        .build(),
                List.of(),
                null,
                new JupyterIO(StandardCharsets.UTF_8),
                new CommManager(),
                new Renderer(),
                null,
                null,
                false,
                new StringStyler.Builder().build());
    }

    /** Answers on the ports that Jupyter has written into a file, until it says that this is to end. */
    public static void main(String[] args) throws Exception {
        KernelConnectionProperties ports = KernelConnectionProperties.parse(Files.readString(Path.of(args[0])));
        Kernel kernel = new Kernel();
        kernel.cells.evaluate(text("/org/minsheng/query/lab.jsh") + text("show.jsh"));
        kernel.onStartup();
        JupyterConnection connection = new JupyterConnection(ports);
        // Before it is connected: a question that comes earlier would be lost.
        kernel.becomeHandlerForConnection(connection);
        connection.connect();
        connection.waitUntilClose();
        System.exit(0);
    }

    /**
     * Shows something below the cell that is evaluated now.
     *
     * @param plain what stands there where this type cannot be shown, or null
     */
    public static void show(String type, String text, String plain) {
        DisplayData data = new DisplayData();
        data.putData(type, text);
        if (plain != null) {
            data.putText(plain);
        }
        notebookKernel().display(data);
    }

    @Override
    public Object evalRaw(String source) {
        String value = cells.evaluate(source);
        return value == null ? null : new DisplayData(value);
    }

    @Override
    public void interrupt() {
        cells.interrupt();
        Option<SparkSession> spark = SparkSession.getDefaultSession();
        if (spark.isDefined()) {
            spark.get().sparkContext().cancelAllJobs();
        }
    }

    @Override
    public List<String> formatError(Throwable e) {
        return e instanceof CellException ? e.getMessage().lines().toList() : super.formatError(e);
    }

    @Override
    public ReplacementOptions complete(String code, int at) {
        Cells.Suggestions suggestions = cells.suggestions(code, at);
        return new ReplacementOptions(suggestions.texts(), suggestions.start(), at);
    }

    @Override
    public DisplayData inspect(String code, int at, boolean extraDetail) {
        List<String> signatures = cells.signatures(code, at);
        return signatures.isEmpty() ? null : new DisplayData(String.join("\n", signatures));
    }

    @Override
    public String isComplete(String code) {
        Completeness completeness = cells.completeness(code);
        if (completeness == Completeness.UNKNOWN) {
            return IS_COMPLETE_BAD;
        }
        return completeness.isComplete() || completeness == Completeness.EMPTY ? IS_COMPLETE_YES : "";
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = Kernel.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
