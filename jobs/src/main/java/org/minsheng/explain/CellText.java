package org.minsheng.explain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minsheng.conf.Texts;
import org.minsheng.explain.Explanation.Because;
import org.minsheng.explain.Explanation.Cell;

/** Cells as sent, each in a line or many in one. */
final class CellText {
    private final Texts texts;
    private final ZoneId zone;

    CellText(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /** One with all that is known of it, and what became of it. */
    String line(Cell cell, String unit) {
        String value = cell.obsValue() == null ? mark(cell) : Plain.number(cell.obsValue()) + " " + unit;
        return texts.get(
                        "cell.line",
                        value,
                        cell.raw() == null ? "" : cell.raw(),
                        Plain.place(cell.file(), cell.sheet(), cell.cell()),
                        Plain.time(cell.receivedAt(), zone),
                        use(cell))
                + (cell.comment() == null || cell.comment().isEmpty() ? "" : texts.get("cell.comment", cell.comment()));
    }

    /** Each sheet once, with all of its cells, and what stands in those without a value. */
    String places(List<Cell> cells) {
        Map<String, List<Cell>> bySheet = cells.stream()
                .collect(groupingBy(cell -> Plain.place(cell.file(), cell.sheet(), ""), LinkedHashMap::new, toList()));
        return bySheet.entrySet().stream()
                .map(sheet -> sheet.getValue().stream()
                        .map(cell -> cell.cell() + (cell.obsValue() == null ? " " + mark(cell) : ""))
                        .collect(joining(", ", sheet.getKey() + " ", "")))
                .collect(joining("; "));
    }

    /** What stands for a value that is not there. */
    String mark(Cell cell) {
        return texts.get("cell.status." + cell.obsStatus());
    }

    /** What became of it. */
    String use(Cell cell) {
        String key = "use." + cell.use().word();
        Because because = cell.because();
        return because == null
                ? texts.get(key)
                : texts.get(
                        key,
                        because.file(),
                        Plain.time(because.receivedAt(), zone),
                        because.why() == null || because.why().isEmpty() ? Plain.NONE : because.why());
    }
}
