package org.minsheng.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.TemplateForm;
import org.minsheng.conf.Language;
import org.minsheng.conf.Level;
import org.minsheng.conf.Texts;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;
import org.minsheng.report.book.Form;
import org.minsheng.report.book.Form.Cell;
import org.minsheng.report.book.Form.Rule;

/** The sheets of a template that are filled in, as {@link TemplateForm} asks them to be. */
final class TemplateForms {
    private static final int CODE_WIDTH = 12;
    private static final int LABEL_WIDTH = 30;
    private static final int VALUE_WIDTH = 16;
    private static final int TEXT_WIDTH = 40;
    private static final int TASK_WIDTH = 60;
    /** Of the row of titles, in points: three lines. */
    private static final double TITLES_HEIGHT = 45;

    /** Code or id, and name. */
    private static final int FIXED_COLUMNS = 2;

    private final Regions regions;
    private final Texts texts;
    private final String office;
    private final int year;
    private final Map<Template.Key, Double> previous;

    /** Forms for an office and a year, with what is in use for the year before. */
    TemplateForms(Regions regions, Texts texts, String office, int year, Map<Template.Key, Double> previous) {
        this.regions = regions;
        this.texts = texts;
        this.office = office;
        this.year = year;
        this.previous = previous;
    }

    String title() {
        return texts.get("title", office, String.valueOf(year));
    }

    /** The form for figures of regions of a level: a row each, and of each series two columns, last year's and this one's. */
    Form figures(Level level, List<Series> series) {
        Columns columns = new Columns();
        columns.add(CODE_WIDTH, TemplateForm.REF_AREA, texts.get("code"));
        columns.add(LABEL_WIDTH, TemplateForm.NAME, texts.get("name"));
        List<Cell> titles = new ArrayList<>(List.of(new Cell.Gap(), new Cell.Gap()));
        List<Rule> rules = new ArrayList<>();
        for (Series one : series) {
            titles.add(new Cell.Header(one.title().in(texts.language()) + unitBehind(one), 2));
            columns.add(VALUE_WIDTH, TemplateForm.PREVIOUS, texts.get("previous", String.valueOf(year - 1)));
            rules.add(rule(columns.size(), one));
            columns.add(VALUE_WIDTH, one.id(), texts.get("value", String.valueOf(year)));
        }
        columns.add(TEXT_WIDTH, TemplateForm.COMMENT, texts.get("comment"));
        List<Form.Row> rows = new ArrayList<>();
        for (Region region : regions.all()) {
            if (region.validIn(year) && region.level().reportsAs(level)) {
                List<Cell> cells = new ArrayList<>(List.of(new Cell.Text(region.code()), new Cell.Text(region.name())));
                for (Series one : series) {
                    cells.add(known(one, region.code()));
                    cells.add(new Cell.AskedNumber(one.decimals()));
                }
                cells.add(new Cell.AskedText());
                rows.add(Form.Row.of(cells));
            }
        }
        return form(texts.get("level." + level.word()), titles, columns, rows, rules);
    }

    private String unitBehind(Series series) {
        return series.unit().words().isEmpty() ? " (" + series.unit().in(texts.language()) + ")" : "";
    }

    /** The form for tasks of the province: a row each, with the stage that it has come to, and how that is known. */
    Form milestones(List<Series> milestones) {
        Columns columns = new Columns();
        columns.add(LABEL_WIDTH, TemplateForm.SERIES, texts.get("series"));
        columns.add(TASK_WIDTH, TemplateForm.NAME, texts.get("task"));
        columns.add(VALUE_WIDTH, TemplateForm.PREVIOUS, texts.get("previous", String.valueOf(year - 1)));
        // They all have the stages of the first.
        List<Rule> rules = List.of(rule(columns.size(), milestones.get(0)));
        columns.add(VALUE_WIDTH, TemplateForm.VALUE, texts.get("stage"));
        columns.add(TEXT_WIDTH, TemplateForm.EVIDENCE, texts.get("evidence"));
        columns.add(VALUE_WIDTH, TemplateForm.DATE, texts.get("date"));
        String province = regions.today(Level.PROVINCE).get(0).code();
        List<Form.Row> rows = milestones.stream()
                .map(one -> Form.Row.of(List.of(
                        new Cell.Text(one.id()),
                        new Cell.Text(one.title().in(texts.language())),
                        known(one, province),
                        new Cell.AskedText(),
                        new Cell.AskedText(),
                        new Cell.AskedText())))
                .toList();
        return form(texts.get("milestones"), List.of(), columns, rows, rules);
    }

    /** The columns of a form: how wide each is, what it is called, and what those who read the filled one know it by. */
    private static final class Columns {
        private final List<Integer> widths = new ArrayList<>();
        private final List<Cell> ids = new ArrayList<>();
        private final List<Cell> headers = new ArrayList<>();

        void add(int width, String id, String header) {
            widths.add(width);
            ids.add(new Cell.Plain(id));
            headers.add(new Cell.Header(header, 1));
        }

        int size() {
            return widths.size();
        }
    }

    /** A form with the marks by which it is known when it comes back. */
    private Form form(String name, List<Cell> titles, Columns columns, List<Form.Row> toFill, List<Rule> rules) {
        String[] marks = new String[4];
        marks[TemplateForm.MARK_COL] = TemplateForm.MARK;
        marks[TemplateForm.YEAR_COL] = String.valueOf(year);
        marks[TemplateForm.OFFICE_COL] = office;
        marks[TemplateForm.SEAL_COL] = TemplateForm.seal(String.valueOf(year), office);
        Form.Row[] head = new Form.Row[TemplateForm.FIRST_ROW];
        head[0] = Form.Row.hidden(Stream.of(marks).<Cell>map(Cell.Plain::new).toList());
        head[1] = Form.Row.of(List.of(new Cell.Title(title())));
        head[TemplateForm.TITLES_ROW] = new Form.Row(titles, TITLES_HEIGHT, false);
        head[TemplateForm.UNITS_ROW] = Form.Row.of(columns.headers);
        head[TemplateForm.IDS_ROW] = Form.Row.hidden(columns.ids);
        List<Form.Row> rows = Stream.concat(Stream.of(head), toFill.stream()).toList();
        return new Form(name, columns.widths, rows, rules, FIXED_COLUMNS, TemplateForm.FIRST_ROW);
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
        return words.isEmpty()
                ? new Rule(
                        column,
                        new Form.Allowed.Between(series.least(), series.most()),
                        title,
                        texts.get("wrong", series.range(), series.unit().in(texts.language())))
                : new Rule(column, new Form.Allowed.OneOf(words), title, texts.get("wrong.word"));
    }

    /** The words that a series takes instead of numbers, in the order of those; none where it takes numbers. */
    static List<String> words(Series series) {
        return series.unit().words().values().stream()
                .distinct()
                .sorted()
                .map(value -> series.unit().word(value, Language.ZH).orElseThrow())
                .toList();
    }
}
