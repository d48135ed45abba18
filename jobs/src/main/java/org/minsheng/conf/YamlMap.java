package org.minsheng.conf;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The keys of a YAML mapping: each is asked for by name, and {@link #done} reports those that nobody asked for. */
public final class YamlMap {
    private final String file;
    private final MappingNode node;
    private final Problems problems;
    private final Map<String, YamlValue> values = new LinkedHashMap<>();
    private final Map<String, YamlValue> keys = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    YamlMap(String file, MappingNode node, Problems problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
        for (NodeTuple tuple : node.getValue()) {
            YamlValue key = new YamlValue(file, tuple.getKeyNode(), problems);
            String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (keys.putIfAbsent(name, key) != null) {
                key.problem("the key '" + name + "' stands here a second time", "Keep one of the two");
            } else {
                values.put(name, new YamlValue(file, tuple.getValueNode(), problems));
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

    /** The entries of a list that may be left out. */
    public List<YamlValue> list(String key) {
        return get(key).map(YamlValue::list).orElse(List.of());
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

    /** Reports each key that nobody asked for. To be called once all known keys were asked for. */
    public void done() {
        keys.forEach((name, key) -> {
            if (!asked.contains(name)) {
                key.problem("the key '" + name + "' is not known here", Nearest.remedy(name, asked));
            }
        });
    }
}
