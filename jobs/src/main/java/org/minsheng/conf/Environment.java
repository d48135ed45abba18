package org.minsheng.conf;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the process was started with: where the project lies, and settings by variables such as {@code MINSHENG_LAKE}. */
public final class Environment {
    private Environment() {}

    /** The settings file of the project: that of the launcher, which also says it in a property, as a driver that a cluster starts has no environment. */
    public static Path file() {
        return Path.of(System.getProperty(
                        "minsheng.home",
                        Optional.ofNullable(System.getenv("MINSHENG_HOME")).orElse(".")))
                .resolve("conf/minsheng.yaml");
    }

    /** The settings that variables give. */
    public static Map<String, String> settings() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String key : SettingsReader.KEYS) {
            Optional.ofNullable(System.getenv(variable(key))).ifPresent(value -> all.put(key, value));
        }
        return all;
    }

    /** The variable of a setting, such as {@code MINSHENG_TIME_ZONE}. */
    public static String variable(String key) {
        return "MINSHENG_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
