package org.minsheng.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.Environment;
import org.minsheng.conf.Problem;
import org.minsheng.conf.SettingsReader;

/** The settings that are not the file's, and where each was typed, so that a mistake is told there. */
final class TypedSettings {
    /** What is there already, and so lies where it is read from. */
    private static final List<String> READ = List.of("landing", "lake");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> places = new LinkedHashMap<>();

    /**
     * An option goes before --set, and that before the environment.
     *
     * @param set of --set
     * @param options of options that have a name of their own, which is that of the setting
     */
    TypedSettings(Map<String, String> set, Map<String, String> options) {
        Environment.settings().forEach((key, value) -> put(key, value, Environment.variable(key)));
        set.forEach((key, value) -> put(key, value, "--set " + key));
        options.forEach((key, value) -> put(key, value, "--" + key));
    }

    private void put(String key, String value, String place) {
        values.put(key, value);
        places.put(key, place);
    }

    /** For who reads the settings. */
    Map<String, String> values() {
        return values;
    }

    /** What reads them, with each mistake in them told where it was typed. */
    <T> T told(Supplier<T> read) {
        try {
            return read.get();
        } catch (ConfException e) {
            throw new ConfException(e.problems().stream().map(this::told).toList());
        }
    }

    /** The reader has a line for each setting. */
    private Problem told(Problem problem) {
        boolean isTyped = problem.file().equals(SettingsReader.TYPED);
        return isTyped && problem.line() >= 1 && problem.line() <= places.size()
                ? new Problem(
                        new ArrayList<>(places.values()).get(problem.line() - 1),
                        0,
                        0,
                        problem.what(),
                        problem.remedy())
                : problem;
    }

    /**
     * A relative location lies below the project, wherever it is typed.
     *
     * @throws ConfException if it is not there, and is here
     */
    void checkRelative(Path home) {
        for (String key : READ) {
            String value = values.get(key);
            if (value == null
                    || value.matches("[a-zA-Z][a-zA-Z0-9+.-]+:/.*")
                    || Path.of(value).startsWith("var")) {
                continue;
            }
            Path there = home.resolve(value).normalize();
            Path here = Path.of(value).toAbsolutePath().normalize();
            if (!Files.exists(there) && Files.exists(here)) {
                throw new ConfException(
                        places.get(key),
                        "a relative location lies below the project: " + there + " does not exist",
                        "For the one in this folder write " + here);
            }
        }
    }
}
