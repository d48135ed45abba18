package org.minsheng.layout;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.minsheng.conf.YamlMap;
import org.minsheng.conf.YamlValue;
import org.minsheng.lake.ObservationTable;

/** What the marks of a table mean that stand in the place of a number: the layout's own, then the usual ones. */
public record Marks(Map<String, Marks.Meaning> own) implements Serializable {
    /** The usual ones and no others. */
    public static final Marks USUAL = new Marks(Map.of());

    /** What a mark can mean; the statuses are those of SDMX's CL_OBS_STATUS. */
    public enum Meaning {
        MISSING(ObservationTable.STATUS_MISSING, null),
        NOT_COLLECTED(ObservationTable.STATUS_NOT_COLLECTED, null),
        CANNOT_EXIST(ObservationTable.STATUS_CANNOT_EXIST, null),
        SUPPRESSED("Q", null),
        /** Less than half of the last digit shown: a value that is rounded to zero. */
        NOT_SIGNIFICANT("N", BigDecimal.ZERO);

        private final String status;
        private final BigDecimal number;

        Meaning(String status, BigDecimal number) {
            this.status = status;
            this.number = number;
        }

        public String status() {
            return status;
        }

        /** The value, null where there is none. */
        public BigDecimal number() {
            return number;
        }
    }

    private static final Map<String, Meaning> KNOWN = known();

    /** As the notes of statistical yearbooks have it. */
    private static Map<String, Meaning> known() {
        Map<String, Meaning> marks = new HashMap<>();
        for (String mark : new String[] {"-", "--", "\u2014", "\u2014\u2014", "\u2013", "\u2500", "\u7A7A", "NULL"}) {
            marks.put(mark, Meaning.MISSING);
        }
        for (String mark : new String[] {"..", "...", "......", "\u22EF", "\u22EF\u22EF", "\u4E0D\u8BE6"}) {
            marks.put(mark, Meaning.NOT_COLLECTED);
        }
        for (String mark : new String[] {"/", "\\", "X", "\u00D7", "N/A", "NA", "N.A.", "\u4E0D\u9002\u7528"}) {
            marks.put(mark, Meaning.CANNOT_EXIST);
        }
        return marks;
    }

    /** What a text means; empty if it is no mark. */
    public Optional<Meaning> of(String text) {
        String mark = NumberText.mark(text);
        Meaning meaning = own.isEmpty() ? null : own.get(mark);
        return Optional.ofNullable(meaning == null ? KNOWN.get(mark) : meaning);
    }

    /** Reads the marks of a layout; a mistake is told at the mark or at its meaning. */
    static Marks read(YamlMap map) {
        Map<String, Meaning> own = new LinkedHashMap<>();
        map.entries().forEach((text, value) -> {
            YamlValue place = map.key(text);
            Optional<Meaning> meaning = value.choice(Meaning.class);
            String mark = NumberText.mark(text);
            if (mark.isEmpty()) {
                place.problem("a mark is empty", "A blank cell is always missing");
            } else if (NumberText.parse(text)
                    .filter(number -> number.suffix().isEmpty())
                    .isPresent()) {
                place.problem("the mark '" + text + "' is a number", "");
            } else if (own.containsKey(mark)) {
                place.problem("the mark '" + text + "' stands here a second time", "Keep one of the two");
            } else {
                meaning.ifPresent(m -> own.put(mark, m));
            }
        });
        return new Marks(Map.copyOf(own));
    }
}
