package org.minsheng.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Masthead;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.TemplateForm;
import org.minsheng.conf.Language;
import org.minsheng.conf.Level;
import org.minsheng.conf.Texts;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;
import org.minsheng.report.TemplateTable.Column;
import org.minsheng.report.TemplateTable.Use;
import org.minsheng.report.book.Form;
import org.minsheng.report.book.Form.Cell;
import org.minsheng.report.book.Form.Rule;
import org.minsheng.report.book.Formulas;

/** What the sheets of a template ask: figures of regions, and the stages that tasks have come to. */
final class TemplateForms {
    private static final int HIDDEN = 0;
    private static final int CODE_WIDTH = 9;
    private static final int NAME_WIDTH = 24;
    private static final int VALUE_WIDTH = 13;
    private static final int COMMENT_WIDTH = 28;
    private static final int TASK_WIDTH = 56;

    private final Catalogue catalogue;
    private final Regions regions;
    private final Texts texts;
    private final int year;
    private final Map<Template.Key, Double> previous;

    /** Tables for a year, with what is in use for the year before. */
    TemplateForms(Catalogue catalogue, Regions regions, Texts texts, int year, Map<Template.Key, Double> previous) {
        this.catalogue = catalogue;
        this.regions = regions;
        this.texts = texts;
        this.year = year;
        this.previous = previous;
    }

    /** The figures of regions of a level: a row each, and of each series two columns, last year's and this one's. */
    TemplateTable figures(Level level, List<Series> series) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(TemplateForm.REF_AREA, CODE_WIDTH, null, texts.get("code"), Use.LABEL, null));
        columns.add(new Column(TemplateForm.NAME, NAME_WIDTH, null, texts.get("name"), Use.LABEL, null));
        Set<String> additive = catalogue.additive();
        List<Rule> rules = new ArrayList<>();
        List<TemplateRelations.Asked> asked = new ArrayList<>();
        for (Series one : series) {
            String title = one.title().in(texts.language()) + unitBehind(one);
            Integer decimals = additive.contains(one.id()) && one.unit().words().isEmpty() ? one.decimals() : null;
            columns.add(yearBefore(title, decimals));
            rules.add(rule(columns.size(), one));
            asked.add(new TemplateRelations.Asked(one, columns.size()));
            columns.add(new Column(
                    one.id(), VALUE_WIDTH, title, texts.get("value", String.valueOf(year)), Use.ASKED, decimals));
        }
        columns.add(new Column(TemplateForm.COMMENT, COMMENT_WIDTH, null, texts.get("comment"), Use.FREE, null));
        List<List<Cell>> rows = rows(level, series);
        return new TemplateTable(
                texts.get("level." + level.word()),
                catalogue.policy().masthead().numbers().get(level.word()),
                columns,
                rows,
                rules,
                new TemplateRelations(catalogue, texts, year).of(asked, TemplateForm.FIRST_ROW + rows.size() - 1));
    }

    /** A row of each region that there is in the year and that reports as one of the level. */
    private List<List<Cell>> rows(Level level, List<Series> series) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Region region : regions.all()) {
            if (region.validIn(year) && region.level().reportsAs(level)) {
                List<Cell> cells = new ArrayList<>(List.of(new Cell.Text(region.code()), name(region)));
                for (Series one : series) {
                    cells.add(known(one, region.code()));
                    cells.add(
                            one.unit().words().isEmpty() ? new Cell.AskedNumber(one.decimals()) : new Cell.AskedText());
                }
                cells.add(new Cell.AskedText());
                rows.add(cells);
            }
        }
        return rows;
    }

    /** In one language, in which it can be read again. */
    private Cell name(Region region) {
        return new Cell.Text(region.label().in(texts.language().first()));
    }

    private Column yearBefore(String group, Integer decimals) {
        String header = texts.get("previous", String.valueOf(year - 1));
        return new Column(TemplateForm.PREVIOUS, VALUE_WIDTH, group, header, Use.KNOWN, decimals);
    }

    private String unitBehind(Series series) {
        return series.unit().words().isEmpty() ? " (" + series.unit().in(texts.language()) + ")" : "";
    }

    /** The tasks of the province: a row each, with the stage that it has come to, and how that is known. */
    TemplateTable milestones(List<Series> milestones) {
        Series first = milestones.get(0); // they all have the same stages
        List<Column> columns = List.of(
                new Column(TemplateForm.SERIES, HIDDEN, null, texts.get("series"), Use.LABEL, null),
                new Column(TemplateForm.NAME, TASK_WIDTH, null, texts.get("task"), Use.LABEL, null),
                yearBefore(null, null),
                new Column(TemplateForm.VALUE, VALUE_WIDTH, null, texts.get("stage"), Use.ASKED, null),
                new Column(TemplateForm.EVIDENCE, COMMENT_WIDTH, null, texts.get("evidence"), Use.FREE, null),
                new Column(TemplateForm.DATE, VALUE_WIDTH, null, texts.get("date"), Use.FREE, null));
        int stage = 3;
        String province = regions.today(Level.PROVINCE).get(0).code();
        List<List<Cell>> rows = milestones.stream()
                .map(one -> List.<Cell>of(
                        new Cell.Text(one.id()),
                        new Cell.Text(one.title().in(texts.language())),
                        known(one, province),
                        new Cell.AskedText(),
                        new Cell.AskedText(),
                        new Cell.AskedText()))
                .toList();
        int lastRow = TemplateForm.FIRST_ROW + rows.size() - 1;
        List<TemplateRelation> relations = new ArrayList<>(new TemplateRelations(catalogue, texts, year)
                .of(List.of(new TemplateRelations.Asked(first, stage)), lastRow));
        List<String> words = words(first);
        relations.add(evidence(words.get(words.size() - 1), stage, lastRow));
        return new TemplateTable(
                texts.get("milestones"),
                catalogue.policy().masthead().numbers().get(Masthead.MILESTONES),
                columns,
                rows,
                List.of(rule(stage, first)),
                relations);
    }

    /** Who says that a task is done says how that is known. */
    private TemplateRelation evidence(String done, int stage, int lastRow) {
        String isDone = "=" + Formulas.text(done);
        return new TemplateRelation(
                texts.get("relation.evidence", done),
                true,
                row -> "AND(" + Formulas.cell(row, stage) + isDone + ",LEN(" + Formulas.cell(row, stage + 1) + ")=0)",
                "COUNTIF(" + Formulas.column(TemplateForm.FIRST_ROW, lastRow, stage) + "," + Formulas.text(done) + ")",
                List.of());
    }

    /** What is in use for the year before. */
    private Cell known(Series series, String refArea) {
        Double value = previous.get(new Template.Key(series.id(), refArea));
        return value == null
                ? new Cell.Known(null, series.decimals())
                : series.unit()
                        .word(BigDecimal.valueOf(value), texts.language())
                        .<Cell>map(Cell.KnownWord::new)
                        .orElse(new Cell.Known(value, series.decimals()));
    }

    private Rule rule(int column, Series series) {
        List<String> words = words(series);
        String title = series.title().in(texts.language());
        if (!words.isEmpty()) {
            return new Rule(
                    column,
                    new Form.Allowed.OneOf(words),
                    title,
                    texts.get("wrong.word") + " " + String.join(" / ", words));
        }
        String firstCell = Formulas.cell(TemplateForm.FIRST_ROW, column);
        return new Rule(
                column,
                new Form.Allowed.Fitting(TemplateRelations.fits(series, firstCell)),
                title,
                texts.get("wrong") + " " + range(series) + ", " + series.unit().in(texts.language()));
    }

    /** What a series may be, for people. */
    String range(Series series) {
        List<String> words = words(series);
        if (!words.isEmpty()) {
            return String.join(" / ", words);
        }
        String least = series.least() == null ? null : series.least().toPlainString();
        String most = series.most() == null ? null : series.most().toPlainString();
        String range = least == null
                ? most == null ? texts.get("range.any") : texts.get("range.most", most)
                : most == null ? texts.get("range.least", least) : texts.get("range.both", least, most);
        return TemplateRelations.isWhole(series) ? range + texts.get("range.whole") : range;
    }

    /** The words that a series takes instead of numbers, in the order of those; none where it takes numbers. */
    private List<String> words(Series series) {
        Language language = texts.language() == Language.EN ? Language.EN : Language.ZH;
        return series.unit().words().values().stream()
                .distinct()
                .sorted()
                .map(value -> series.unit().word(value, language).orElseThrow())
                .toList();
    }
}
