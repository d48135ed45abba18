package org.minsheng.report;

import java.io.IOException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Owed;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Unit;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.Label;
import org.minsheng.conf.Language;
import org.minsheng.conf.Level;
import org.minsheng.conf.Nearest;
import org.minsheng.conf.Texts;
import org.minsheng.region.Regions;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.BookWriter;
import org.minsheng.report.book.Form;
import org.minsheng.report.book.Form.Cell;
import org.minsheng.report.book.Formulas;

/** The workbook that a responsible office fills in and sends back: what it owes for a year, and nothing else. */
public final class Template {
    private static final List<Integer> INSTRUCTIONS_WIDTHS = List.of(40, 10, 14, 34, 54);
    private static final int INSTRUCTIONS = 6;

    private final Catalogue catalogue;
    private final Regions regions;
    private final Texts texts;
    private final Label office;
    private final int year;
    private final Map<Key, Double> previous;
    private final List<Series> owed;

    /** A value's series and region. */
    public record Key(String series, String refArea) {}

    /**
     * A template.
     *
     * @param office the responsible office, as the catalogue names it, or in English
     * @param year the year to be reported on
     * @param previous what is in use for the year before; looked at when it is written
     * @throws ConfException if the office owes nothing
     */
    public Template(
            Catalogue catalogue,
            Regions regions,
            Language language,
            String office,
            int year,
            Map<Key, Double> previous) {
        this.catalogue = catalogue;
        this.regions = regions;
        this.texts = new Texts(
                "org.minsheng.report.template", language, catalogue.policy().levels());
        this.office = catalogue.policy().offices().find(office);
        this.year = year;
        this.previous = previous;
        this.owed = Owed.of(catalogue).stream()
                .filter(owed -> owed.office().equals(this.office.zh()))
                .map(Owed::series)
                .toList();
        if (owed.isEmpty()) {
            List<String> offices =
                    Owed.of(catalogue).stream().map(Owed::office).distinct().toList();
            String remedy = Nearest.remedy(office, offices);
            throw new ConfException(
                    "--office",
                    texts.get("none", office),
                    remedy.isEmpty() ? "Write one of " + String.join(", ", offices) : remedy);
        }
    }

    /** The workbook, as .xlsx. */
    public byte[] write() throws IOException {
        List<TemplateTable> tables = new ArrayList<>();
        TemplateForms forms = new TemplateForms(catalogue, regions, texts, year, previous);
        for (Level level : List.of(Level.COUNTY, Level.PREFECTURE, Level.PROVINCE)) {
            List<Series> series = owed.stream()
                    .filter(one -> one.level() == level && !isMilestone(one))
                    .toList();
            if (!series.isEmpty()) {
                tables.add(forms.figures(level, series));
            }
        }
        List<Series> milestones = owed.stream().filter(Template::isMilestone).toList();
        if (!milestones.isEmpty()) {
            tables.add(forms.milestones(milestones));
        }
        String title = texts.get("title", office, String.valueOf(year));
        List<TemplateSheet> sheets = tables.stream()
                .map(table -> new TemplateSheet(
                        texts, office, year, catalogue.policy().masthead(), table))
                .toList();
        List<Form> all = new ArrayList<>(List.of(instructions(title, sheets, forms)));
        sheets.forEach(sheet -> all.add(sheet.form(title)));
        String locale = texts.language() == Language.EN ? "en" : "zh-CN";
        return BookWriter.write(new Book(title, "", locale, LocalDate.of(year, Month.JANUARY, 1), all));
    }

    private static boolean isMilestone(Series series) {
        return series.unit().dimension().equals(Unit.STAGE);
    }

    /** The first page: what to do, how far it is done, and what is asked. */
    private Form instructions(String title, List<TemplateSheet> sheets, TemplateForms forms) {
        List<Form.Row> rows = new ArrayList<>();
        rows.add(Form.Row.of(List.of(new Cell.Wide(new Cell.Title(title), INSTRUCTIONS_WIDTHS.size()))));
        rows.add(line(texts.get("due", catalogue.policy().reportDue().atYear(year))));
        for (int i = 1; i <= INSTRUCTIONS; i++) {
            rows.add(line(texts.get("how." + i)));
        }
        rows.add(Form.Row.of(List.of()));
        rows.addAll(progress(sheets, rows.size()));
        rows.add(Form.Row.of(List.of()));
        rows.add(headers("series", "unit", "level", "range", "uses"));
        for (Series series : owed) {
            rows.add(Form.Row.of(Stream.of(
                            series.title().in(texts.language()),
                            series.unit().in(texts.language()),
                            texts.get("level." + series.level().word()),
                            forms.range(series),
                            uses(series))
                    .map(Cell.Text::new)
                    .toList()));
        }
        return new Form(texts.get("instructions"), INSTRUCTIONS_WIDTHS, rows, List.of(), List.of(), 0, 0, 0);
    }

    /** How much of each sheet is filled, and whether it fits together. */
    private List<Form.Row> progress(List<TemplateSheet> sheets, int top) {
        List<Form.Row> rows = new ArrayList<>();
        rows.add(headers("sheet", "asked", "given", "verdict"));
        for (TemplateSheet sheet : sheets) {
            String on = Formulas.on(sheet.name());
            rows.add(Form.Row.of(List.of(
                    new Cell.Text(sheet.name()),
                    new Cell.Known((double) sheet.asked(), 0),
                    new Cell.Worked(sheet.filled(on), 0.0, 0),
                    new Cell.WorkedText(sheet.verdict(on), TemplateSheet.verdict(texts), true))));
        }
        if (sheets.size() > 1) {
            double asked = sheets.stream().mapToInt(TemplateSheet::asked).sum();
            String given = Formulas.column(top + 1, top + sheets.size(), 2);
            rows.add(Form.Row.of(List.of(
                    new Cell.Text(texts.get("total")),
                    new Cell.Known(asked, 0),
                    new Cell.Worked("SUM(" + given + ")", 0.0, 0),
                    new Cell.Text(""))));
        }
        return rows;
    }

    private Form.Row headers(String... keys) {
        return Form.Row.of(
                Stream.of(keys).map(key -> new Cell.Header(texts.get(key))).toList());
    }

    private static Form.Row line(String text) {
        return Form.Row.of(List.of(new Cell.Wide(new Cell.Plain(text), INSTRUCTIONS_WIDTHS.size())));
    }

    private String uses(Series series) {
        return catalogue
                .indicators()
                .filter(indicator ->
                        indicator.formula().terms().anyMatch(t -> t.series().equals(series.id())))
                // A task has no number in the policy, only an id of ours.
                .map(indicator -> (isMilestone(series) ? "" : indicator.id() + " ")
                        + indicator.title().in(texts.language()))
                .collect(Collectors.joining("; "));
    }
}
