package org.minsheng.explain;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.conf.Language;
import org.minsheng.conf.Texts;
import org.minsheng.explain.Explanation.Cell;
import org.minsheng.explain.Explanation.Member;
import org.minsheng.explain.Explanation.Term;
import org.minsheng.explain.Line.Rank;
import org.minsheng.explain.Sheet.Column;

/** An explanation as sheets: its steps, sentence by sentence, the parts of a roll-up, and every cell that was sent. */
public final class ExplanationSheets {
    private static final int STEP_WIDTH = 24;
    private static final int SENTENCE_WIDTH = 90;

    private final Explanation explanation;
    private final Catalogue catalogue;
    private final Texts texts;
    private final Function<Language, Texts> words;
    private final ZoneId zone;
    private final CellText sent;

    /**
     * One in a language, or in two beside each other.
     *
     * @param catalogue has the names in each
     * @param words those of workbooks in a language
     */
    public ExplanationSheets(
            Explanation explanation,
            Catalogue catalogue,
            Language language,
            Function<Language, Texts> words,
            ZoneId zone) {
        this.explanation = explanation.named(catalogue, language);
        this.catalogue = catalogue;
        this.words = words;
        this.texts = texts(language);
        this.zone = zone;
        this.sent = new CellText(texts, zone);
    }

    private Texts texts(Language language) {
        return words.apply(language).of(ExplanationText.TEXTS);
    }

    /** The figure that is explained. */
    public String title() {
        Explanation.Figure figure = explanation.figure();
        return texts.get(
                "head.figure",
                figure.indicator(),
                figure.title(),
                figure.refArea(),
                figure.area(),
                String.valueOf(figure.timePeriod()));
    }

    /** What it is from. */
    public String subtitle() {
        Explanation.Figure figure = explanation.figure();
        return texts.get(figure.stored() ? "head.stored" : "head.computed", Plain.time(figure.asOf(), zone));
    }

    /** The sheets; that of parts only of a roll-up. */
    public List<Sheet> sheets() {
        return explanation.rollUp() == null ? List.of(steps(), cells()) : List.of(steps(), parts(), cells());
    }

    /** A row a sentence, in each language in a column of its own. */
    private Sheet steps() {
        List<Language> languages = texts.language().each();
        List<List<Line>> told = languages.stream()
                .map(one -> new ExplanationText(words.apply(one), zone).told(explanation.named(catalogue, one)))
                .toList();
        List<Column> columns = new ArrayList<>(List.of(column("step", STEP_WIDTH)));
        languages.forEach(
                one -> columns.add(new Column(texts(one).get("sheet.told"), SENTENCE_WIDTH / languages.size())));
        List<List<Object>> rows = new ArrayList<>();
        String section = texts.get("sheet.answer");
        for (int i = 0; i < told.get(0).size(); i++) {
            int line = i;
            List<String> same =
                    told.stream().map(lines -> lines.get(line).text()).toList();
            if (told.get(0).get(line).rank() == Rank.SECTION) {
                section = String.join(" ", same);
            } else {
                rows.add(
                        Stream.<Object>concat(Stream.of(section), same.stream()).toList());
            }
        }
        return new Sheet("steps", texts.get("sheet.steps"), columns, rows);
    }

    private Sheet parts() {
        return new Sheet(
                "parts",
                texts.get("sheet.parts"),
                List.of(
                        column("code", 10),
                        column("area", 20),
                        column("part", 12),
                        column("numerator", 14),
                        column("denominator", 14),
                        column("value", 14),
                        column("meets", 10)),
                explanation.rollUp().members().stream().map(this::part).toList());
    }

    private List<Object> part(Member member) {
        return Arrays.asList(
                member.refArea(),
                member.area(),
                texts.get("sheet.part." + member.part().word()),
                member.numerator(),
                member.denominator(),
                member.obsValue(),
                member.meets() == null ? null : texts.get(member.meets() ? "sheet.yes" : "sheet.no"));
    }

    private Sheet cells() {
        List<List<Object>> rows = new ArrayList<>();
        Map<String, Term> terms = terms();
        explanation
                .cells()
                .forEach(cell -> rows.add(row(cell, explanation.figure().area(), terms)));
        if (explanation.rollUp() != null) {
            explanation
                    .rollUp()
                    .members()
                    .forEach(member -> member.cells().forEach(cell -> rows.add(row(cell, member.area(), terms))));
        }
        List<Column> columns = List.of(
                column("series", 24),
                column("code", 10),
                column("area", 18),
                column("year", 7),
                column("value", 14),
                column("unit", 8),
                column("raw", 14),
                column("file", 40),
                column("sheet", 14),
                column("cell", 8),
                column("received", 17),
                column("use", 36),
                column("comment", 20));
        return new Sheet("cells", texts.get("sheet.cells"), columns, rows);
    }

    /** By their series; a series that is in the formula twice has one name. */
    private Map<String, Term> terms() {
        Map<String, Term> terms = new LinkedHashMap<>();
        Stream.concat(explanation.formula().numerator().stream(), explanation.formula().denominator().stream())
                .forEach(term -> terms.put(term.series(), term));
        return terms;
    }

    private List<Object> row(Cell cell, String area, Map<String, Term> terms) {
        Term term = terms.get(cell.series());
        return Arrays.asList(
                term.title(),
                cell.refArea(),
                area,
                String.valueOf(cell.timePeriod()),
                cell.obsValue() == null ? sent.mark(cell) : cell.obsValue(),
                term.unit(),
                cell.raw(),
                cell.file(),
                cell.sheet(),
                cell.cell(),
                Plain.time(cell.receivedAt(), zone),
                sent.use(cell),
                cell.comment());
    }

    private Column column(String key, int width) {
        return new Column(texts.get("sheet." + key), width);
    }
}
