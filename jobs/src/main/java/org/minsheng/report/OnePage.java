package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.PROVISIONAL;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.minsheng.lake.Status;
import org.minsheng.report.book.Page;
import org.minsheng.report.book.Page.Type;

/**
 * The page for whoever has five minutes: what is missed, who is worst, what it would take, what changed, what to do, and how
 * sure that is; made of the rows by rule.
 */
final class OnePage {
    private static final int TOP = 3;
    private static final int MIDDLE = TOP + 12;

    private final Shown shown;
    private final PageGrid grid = new PageGrid();
    private final List<Urgent> urgent;

    private OnePage(Shown shown) {
        this.shown = shown;
        this.urgent = Urgent.ofFocus(shown);
    }

    /** One for each language of the workbook. */
    static List<Page> of(Shown shown) {
        return shown.each().stream().map(one -> new OnePage(one).page()).toList();
    }

    private Page page() {
        grid.left(0, 0, PageGrid.COLUMNS, Type.TITLE, shown.texts().get("page.title", shown.title(), year()));
        grid.left(1, 0, PageGrid.COLUMNS, Type.NOTE, shown.subtitle());
        grid.paragraph(2, Type.HEADLINE, headline());
        new PageFields(shown, grid).write(TOP);
        new PageUrgent(shown, grid).write(TOP, urgent);
        new PageEquality(shown, grid).write(MIDDLE - 1);
        if (shown.data().scope().kind() == Scope.Kind.COUNTY) {
            new PagePeers(shown, grid).write(MIDDLE);
        } else {
            new PageRegions(shown, grid).write(MIDDLE);
        }
        new PageEfforts(shown, grid).write(MIDDLE, urgent);
        new PageChanges(shown, grid).write(MIDDLE);
        int row = MIDDLE + 10;
        grid.left(row, 0, PageGrid.COLUMNS, Type.HEADING, todo());
        for (String line : Todo.of(shown, urgent)) {
            grid.paragraph(++row, Type.BODY, line);
        }
        grid.paragraph(row + 1, Type.NOTE, confidence());
        grid.paragraph(
                row + 2,
                Type.NOTE,
                shown.texts().get("page.note", String.valueOf(shown.data().lastYear() + 1)));
        return grid.page(shown.texts().get("page.name"));
    }

    /** The heading of what to do, which names the sheet with all that is to be followed up where there is one. */
    private String todo() {
        return Urgent.ofAll(shown).isEmpty()
                ? shown.texts().get("page.todo")
                : shown.texts().get("page.todo.list", shown.texts().get("follow-up.name"));
    }

    private String year() {
        return String.valueOf(shown.data().lastYear());
    }

    /** The finding: how many are met, and what is worst. */
    private String headline() {
        Tally tally =
                Tally.of(shown.data(), shown.data().indicators(), shown.data().focusRegion());
        if (tally.judged() == 0) {
            return shown.texts().get("page.headline.nothing", String.valueOf(tally.targets()));
        }
        List<String> parts = new ArrayList<>();
        parts.add(shown.texts()
                .get(
                        "page.headline.met",
                        String.valueOf(tally.targets()),
                        String.valueOf(tally.met()),
                        Decimals.text(100.0 * tally.met() / tally.targets(), 0)));
        add(parts, "page.headline.ahead", tally.ahead());
        add(parts, "page.headline.not-met", tally.notMet());
        add(parts, "page.headline.overdue", tally.overdue());
        add(parts, "page.headline.unknown", tally.unknown());
        int provisional = (int) shown.data().indicators().stream()
                .map(shown.data()::focus)
                .filter(row -> Status.of(row) == Status.MET && row.<Boolean>getAs(PROVISIONAL))
                .count();
        if (provisional > 0) {
            parts.set(0, shown.texts().get("page.headline.provisional", parts.get(0), String.valueOf(provisional)));
        }
        String standing = String.join(shown.texts().get("page.comma"), parts);
        List<String> worst = urgent.stream()
                .filter(one -> one.distance() > 0)
                .limit(2)
                .map(one -> shown.word(one.indicator().title()))
                .toList();
        return worst.isEmpty()
                ? shown.texts().get("page.headline.none", standing)
                : shown.texts()
                        .get(
                                "page.headline.worst",
                                standing,
                                worst.stream()
                                        .collect(
                                                Collectors.joining(shown.texts().get("page.and"))));
    }

    private void add(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(shown.texts().get(key, String.valueOf(count)));
        }
    }

    /** How sure the figures are, with the numbers of those that are least. */
    private String confidence() {
        var by = shown.data().indicators().stream()
                .collect(Collectors.groupingBy(indicator -> Confidence.of(shown.data(), indicator)));
        List<String> parts = new ArrayList<>();
        for (Confidence confidence : Confidence.values()) {
            add(
                    parts,
                    "confidence." + confidence.key(),
                    by.getOrDefault(confidence, List.of()).size());
        }
        String low = by.getOrDefault(Confidence.LOW, List.of()).stream()
                .map(indicator -> indicator.id())
                .collect(Collectors.joining(shown.texts().get("page.and")));
        String all =
                shown.texts().get("page.confidence", String.join(shown.texts().get("page.comma"), parts));
        return low.isEmpty() ? all : all + shown.texts().get("page.confidence.low", low);
    }
}
