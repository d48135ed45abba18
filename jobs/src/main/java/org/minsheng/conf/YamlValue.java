package org.minsheng.conf;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One value of a YAML file and its place. Each reading method notes a problem and returns empty where the value is of
 * another type, so that reading goes on.
 */
public final class YamlValue {
    private final String file;
    private final Node node;
    private final Problems problems;

    YamlValue(String file, Node node, Problems problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
    }

    /** Notes a mistake at this value. */
    public void problem(String what, String remedy) {
        problems.add(here(what, remedy));
    }

    /** Notes at this value what is no mistake, but what somebody may not have meant. */
    public void warning(String what, String remedy) {
        problems.warn(here(what, remedy));
    }

    private Problem here(String what, String remedy) {
        return new Problem(
                file, node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1, what, remedy);
    }

    /** The value as it stands in the file, which must not be empty. */
    public Optional<String> text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue().strip());
        }
        problem("a text is needed here", "");
        return Optional.empty();
    }

    /** A decimal number, in ASCII digits, kept exactly. */
    public Optional<BigDecimal> number() {
        return text().flatMap(text -> {
            try {
                return Optional.of(new BigDecimal(ascii(text)));
            } catch (NumberFormatException e) {
                problem("a number is needed here, not '" + text + "'", numberRemedy(text));
                return Optional.empty();
            }
        });
    }

    /** A decimal number, as near as a double comes to it. */
    public Optional<Double> decimal() {
        return number().map(BigDecimal::doubleValue);
    }

    /** A whole number between two bounds, both included. */
    public Optional<Integer> integer(int least, int most) {
        return number().flatMap(number -> {
            try {
                int whole = number.intValueExact();
                if (whole >= least && whole <= most) {
                    return Optional.of(whole);
                }
            } catch (ArithmeticException e) {
                // said below, as for a number out of its bounds
            }
            problem(
                    "a whole number from " + least + " to " + most + " is needed here, not " + number.toPlainString(),
                    "");
            return Optional.empty();
        });
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> bool() {
        return text().flatMap(text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> {
                problem("true or false is needed here, not '" + text + "'", "");
                yield Optional.empty();
            }
        });
    }

    /** A day, written 2019-07-16. */
    public Optional<LocalDate> date() {
        return text().flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                problem("a date is needed here, not '" + text + "'", "Write it as 2019-07-16");
                return Optional.empty();
            }
        });
    }

    /** A regular expression. */
    public Optional<Pattern> pattern() {
        return text().flatMap(text -> {
            try {
                return Optional.of(Pattern.compile(text));
            } catch (PatternSyntaxException e) {
                problem("'" + text + "' is not a regular expression: " + e.getDescription(), "");
                return Optional.empty();
            }
        });
    }

    /** A regular expression with a group of this name. */
    public Optional<Pattern> pattern(String group) {
        return pattern().filter(pattern -> {
            boolean has = pattern.pattern().contains("(?<" + group + ">");
            if (!has) {
                problem("the pattern has no group (?<" + group + ">...)", "");
            }
            return has;
        });
    }

    /** One of the words of an enum, in lower case with hyphens. */
    public <E extends Enum<E>> Optional<E> choice(Class<E> type) {
        return text().flatMap(text -> {
            for (E constant : type.getEnumConstants()) {
                if (word(constant).equals(text)) {
                    return Optional.of(constant);
                }
            }
            List<String> words =
                    Arrays.stream(type.getEnumConstants()).map(YamlValue::word).toList();
            problem(
                    "'" + text + "' is not one of " + String.join(", ", words),
                    Nearest.to(text, words)
                            .map(c -> "Did you mean '" + c + "'?")
                            .orElse(""));
            return Optional.empty();
        });
    }

    /** A name in Chinese and English: {@code {zh: ..., en: ...}}. */
    public Optional<Label> label() {
        return map().flatMap(map -> {
            Label label = new Label(map.need("zh", YamlValue::text), map.need("en", YamlValue::text));
            map.done();
            return map.isSound() ? Optional.of(label) : Optional.empty();
        });
    }

    /** Whether this is a list. */
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Whether this is a mapping. */
    public boolean isMap() {
        return node instanceof MappingNode;
    }

    /** A list; empty where this is none. */
    public List<YamlValue> list() {
        if (node instanceof SequenceNode sequence) {
            List<YamlValue> values = new ArrayList<>();
            sequence.getValue().forEach(child -> values.add(new YamlValue(file, child, problems)));
            return values;
        }
        problem("a list is needed here", "Start each entry with '- '");
        return List.of();
    }

    /** A list of texts. */
    public List<String> texts() {
        return list().stream().flatMap(value -> value.text().stream()).toList();
    }

    /** A mapping of keys to values. */
    public Optional<YamlMap> map() {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(file, mapping, problems));
        }
        problem("keys with values are needed here", "Write 'key: value'");
        return Optional.empty();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String ascii(String text) {
        if (text.chars().anyMatch(c -> c > 127)) {
            throw new NumberFormatException(text);
        }
        return text;
    }

    private static String numberRemedy(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace(",", "")
                .replace(" ", "");
        try {
            return "Write " + new BigDecimal(plain).toPlainString();
        } catch (NumberFormatException e) {
            return "Write digits and a decimal point, without a unit";
        }
    }
}
