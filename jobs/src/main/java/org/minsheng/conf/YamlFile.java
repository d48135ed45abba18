package org.minsheng.conf;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one YAML file into a tree that knows the place of every value. */
public final class YamlFile {
    private YamlFile() {}

    /**
     * Reads a file whose top is a mapping.
     *
     * @param file where it is
     * @param shown how messages name it
     * @param problems where mistakes go
     * @return empty if the file cannot be read as YAML at all, which is then a problem
     */
    public static Optional<YamlMap> read(Path file, String shown, Problems problems) {
        try {
            return parse(PlainText.withoutMark(Files.readString(file)), shown, problems);
        } catch (NoSuchFileException e) {
            problems.add(new Problem(shown, 0, 0, "the file does not exist", "Create it or name another one"));
        } catch (MalformedInputException e) {
            problems.add(new Problem(shown, 0, 0, "the file is not UTF-8 text", "Save it as UTF-8"));
        } catch (IOException e) {
            problems.add(new Problem(shown, 0, 0, "the file cannot be read (" + e.getMessage() + ")", ""));
        }
        return Optional.empty();
    }

    /** As {@link #read}, from text. */
    public static Optional<YamlMap> parse(String text, String shown, Problems problems) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new java.io.StringReader(text));
            if (root == null) {
                problems.add(new Problem(shown, 1, 1, "the file is empty", "Write its keys"));
                return Optional.empty();
            }
            return new YamlValue(shown, root, problems).map();
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            problems.add(new Problem(
                    shown,
                    mark == null ? 0 : mark.getLine() + 1,
                    mark == null ? 0 : mark.getColumn() + 1,
                    "this is not YAML: " + e.getProblem(),
                    "Look at the indentation, the quotes and the brackets here and in the line above"));
        } catch (YAMLException e) {
            problems.add(new Problem(shown, 0, 0, "this is not YAML: " + e.getMessage(), ""));
        }
        return Optional.empty();
    }
}
