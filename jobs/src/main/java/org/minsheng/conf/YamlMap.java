package org.minsheng.conf;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The keys of a YAML mapping: each is asked for by name, and {@link #done} reports those that nobody asked for. What is
 * missing or cannot be read is a problem, and something else stands in for it, so that reading goes on to the next mistake;
 * {@link #isSound} tells in the end whether what was read means anything.
 */
public final class YamlMap {
    private final String file;
    private final MappingNode node;
    private final Problems problems;
    private final Map<String, YamlValue> values = new LinkedHashMap<>();
    private final Map<String, YamlValue> keys = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final Set<String> unread = new HashSet<>();

    /** Stands in for a mapping that cannot be read, which has been told: it has no keys, and nothing is told of it. */
    public static YamlMap unread() {
        Mark nowhere = new Mark("", 0, 0, 0, new int[0], 0);
        return new YamlMap(
                "",
                new MappingNode(Tag.MAP, true, List.of(), nowhere, nowhere, DumperOptions.FlowStyle.AUTO),
                new Problems());
    }

    YamlMap(String file, MappingNode node, Problems problems) {
        this.file = file;
        this.node = node;
        this.problems = problems.part();
        for (NodeTuple tuple : node.getValue()) {
            YamlValue key = new YamlValue(file, tuple.getKeyNode(), this.problems);
            String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (keys.putIfAbsent(name, key) != null) {
                key.problem("the key '" + name + "' stands here a second time", "Keep one of the two");
            } else {
                values.put(name, new YamlValue(file, tuple.getValueNode(), this.problems));
            }
        }
    }

    /** The value of a key that may be left out. */
    public Optional<YamlValue> get(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key));
    }

    /** The value of a key that has to be there. */
    public Optional<YamlValue> need(String key) {
        Optional<YamlValue> value = get(key);
        if (value.isEmpty()) {
            problem("the key '" + key + "' is missing", "");
        }
        return value;
    }

    /**
     * What a key that has to be there says.
     *
     * @param reading how its value is read; empty where that cannot be done, which is a problem
     * @return null where it is missing or cannot be read
     */
    public <T> T need(String key, Function<YamlValue, Optional<T>> reading) {
        return need(key, reading, null);
    }

    /**
     * As {@link #need(String, Function)}.
     *
     * @param placeholder goes through all later checks, so that they tell no mistake that only follows from this one
     */
    public <T> T need(String key, Function<YamlValue, Optional<T>> reading, T placeholder) {
        need(key);
        return get(key, reading, placeholder);
    }

    /** What a key that may be left out says; null where it is, or where it cannot be read, which is a problem. */
    public <T> T get(String key, Function<YamlValue, Optional<T>> reading) {
        return get(key, reading, null);
    }

    /** As {@link #get(String, Function)}, with something else in the place of null. */
    public <T> T get(String key, Function<YamlValue, Optional<T>> reading, T otherwise) {
        Optional<YamlValue> value = get(key);
        Optional<T> read = value.flatMap(reading);
        if (value.isPresent() && read.isEmpty()) {
            unread.add(key);
        }
        return read.orElse(otherwise);
    }

    /** The mapping of a key that has to be there. */
    public YamlMap needMap(String key) {
        return need(key, YamlValue::map, unread());
    }

    /** The mapping of a key that may be left out. */
    public YamlMap map(String key) {
        return get(key, YamlValue::map, unread());
    }

    /** The entries of a list that may be left out. */
    public List<YamlValue> list(String key) {
        return get(key).map(YamlValue::list).orElse(List.of());
    }

    /** The texts of a list that may be left out. */
    public List<String> texts(String key) {
        return get(key).map(YamlValue::texts).orElse(List.of());
    }

    /** The mappings of a list that has to be there, but for entries that are none, which is a problem. */
    public List<YamlMap> needMaps(String key) {
        need(key);
        return maps(key);
    }

    /** The mappings of a list that may be left out, but for entries that are none, which is a problem. */
    public List<YamlMap> maps(String key) {
        return list(key).stream().flatMap(value -> value.map().stream()).toList();
    }

    /** Whether a key is there, be it with a value that cannot be read. */
    public boolean has(String key) {
        return get(key).isPresent();
    }

    /** Whether no mistake was found so far, in whatever lies below it either. */
    public boolean isSound() {
        return problems.none();
    }

    /** All keys in the file's order, with the place of each key; for mappings whose keys are data. */
    public Map<String, YamlValue> entries() {
        asked.addAll(values.keySet());
        return values;
    }

    /** The place of a key itself, for a problem with its name. */
    public YamlValue key(String name) {
        return keys.get(name);
    }

    /** Notes a mistake of the mapping as a whole. */
    public void problem(String what, String remedy) {
        new YamlValue(file, node, problems).problem(what, remedy);
    }

    /** Notes a mistake of what a key says; none where that is left out or cannot be read, for then it only follows. */
    public void problem(String key, String what, String remedy) {
        if (!unread.contains(key)) {
            get(key).ifPresent(value -> value.problem(what, remedy));
        }
    }

    /** Reports each key that nobody asked for. To be called once all known keys were asked for. */
    public void done() {
        keys.forEach((name, key) -> {
            if (!asked.contains(name)) {
                key.problem("the key '" + name + "' is not known here", Nearest.remedy(name, asked));
            }
        });
    }
}
