package org.minsheng.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.minsheng.lake.ConvergenceTable;
import org.minsheng.report.book.Page.Type;

/** The lines of the page that show how far apart counties are, and where the workbook's region stands among its like. */
final class PageEquality {
    private static final int NAMED = 3;

    private final Shown shown;
    private final PageGrid grid;

    PageEquality(Shown shown, PageGrid grid) {
        this.shown = shown;
        this.grid = grid;
    }

    /** Writes what there is to say in a row. */
    void write(int row) {
        List<String> sentences = new ArrayList<>();
        List<Disparity> largest = shown.equality().largestFirst();
        if (!largest.isEmpty()) {
            sentences.add(apart(largest));
        }
        shown.scores()
                .of(shown.data().focusRegion())
                .filter(one -> shown.data().scope().kind() != Scope.Kind.PROVINCE)
                .ifPresent(one -> sentences.add(shown.texts().get("page.score", new ScoreWords(shown).sentence(one))));
        if (!sentences.isEmpty()) {
            grid.paragraph(row, Type.SMALL, String.join(shown.texts().get("page.space"), sentences));
        }
    }

    /** The indicator in which they are furthest apart, and how many do what. */
    private String apart(List<Disparity> largest) {
        Map<String, List<String>> byTendency = new TreeMap<>();
        largest.forEach(one -> byTendency
                .computeIfAbsent(one.tendency(), tendency -> new ArrayList<>())
                .add(one.indicator().id()));
        List<String> counts = byTendency.entrySet().stream()
                .map(entry -> count(entry.getKey(), entry.getValue()))
                .toList();
        return shown.texts()
                .get(
                        "page.equality",
                        new EqualityWords(shown).sentence(largest.get(0)),
                        String.valueOf(largest.size()),
                        String.join(shown.texts().get("page.comma"), counts),
                        yesOrNo());
    }

    /** How many are there or not, and so not among them. */
    private String yesOrNo() {
        long count = shown.equality().yesOrNo();
        return count == 0 ? "" : shown.texts().get("page.equality.yes-or-no", String.valueOf(count));
    }

    /** Those that drift apart by their numbers, the furthest first. */
    private String count(String tendency, List<String> ids) {
        String count = shown.texts()
                .get("page.equality.count", shown.texts().get("tendency." + tendency), String.valueOf(ids.size()));
        return tendency.equals(ConvergenceTable.DIVERGING)
                ? shown.texts()
                        .get(
                                "page.equality.which",
                                count,
                                ids.stream()
                                        .limit(NAMED)
                                        .collect(
                                                Collectors.joining(shown.texts().get("page.and"))))
                : count;
    }
}
