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
import org.minsheng.conf.Language;
import org.minsheng.conf.Level;
import org.minsheng.conf.Nearest;
import org.minsheng.conf.Texts;
import org.minsheng.region.Regions;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.BookWriter;
import org.minsheng.report.book.Form;
import org.minsheng.report.book.Form.Cell;

/** The workbook that a responsible office fills in and sends back: what it owes for a year, and nothing else. */
public final class Template {
    private static final List<Integer> INSTRUCTIONS_WIDTHS = List.of(42, 12, 14, 20, 60);
    private static final int INSTRUCTIONS = 4;

    private final Catalogue catalogue;
    private final Regions regions;
    private final Texts texts;
    private final String office;
    private final int year;
    private final Map<Key, Double> previous;
    private final List<Series> owed;

    /** A value's series and region. */
    public record Key(String series, String refArea) {}

    /**
     * A template.
     *
     * @param office the responsible office, as the catalogue names it
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
        this.texts = new Texts("org.minsheng.report.template", language);
        this.office = office;
        this.year = year;
        this.previous = previous;
        this.owed = Owed.of(catalogue).stream()
                .filter(owed -> owed.office().equals(office))
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
        TemplateForms forms = new TemplateForms(regions, texts, office, year, previous);
        List<Form> all = new ArrayList<>(List.of(instructions(forms.title())));
        for (Level level : List.of(Level.COUNTY, Level.PREFECTURE, Level.PROVINCE)) {
            List<Series> series = owed.stream()
                    .filter(one -> one.level() == level && !isMilestone(one))
                    .toList();
            if (!series.isEmpty()) {
                all.add(forms.figures(level, series));
            }
        }
        List<Series> milestones = owed.stream().filter(Template::isMilestone).toList();
        if (!milestones.isEmpty()) {
            all.add(forms.milestones(milestones));
        }
        String locale = texts.language() == Language.EN ? "en" : "zh-CN";
        return BookWriter.write(new Book(forms.title(), "", locale, LocalDate.of(year, Month.JANUARY, 1), all));
    }

    private static boolean isMilestone(Series series) {
        return series.unit().dimension().equals(Unit.STAGE);
    }

    private Form instructions(String title) {
        List<Form.Row> rows = new ArrayList<>();
        rows.add(Form.Row.of(List.of(new Cell.Title(title))));
        rows.add(line(texts.get("due", catalogue.policy().reportDue().atYear(year))));
        for (int i = 1; i <= INSTRUCTIONS; i++) {
            rows.add(line(texts.get("how." + i)));
        }
        rows.add(Form.Row.of(List.of()));
        rows.add(Form.Row.of(Stream.of("series", "unit", "level", "range", "uses")
                .<Cell>map(key -> new Cell.Header(texts.get(key), 1))
                .toList()));
        for (Series series : owed) {
            rows.add(Form.Row.of(Stream.of(
                            series.title().in(texts.language()),
                            series.unit().in(texts.language()),
                            texts.get("level." + series.level().word()),
                            range(series),
                            uses(series))
                    .<Cell>map(Cell.Text::new)
                    .toList()));
        }
        return new Form(texts.get("instructions"), INSTRUCTIONS_WIDTHS, rows, List.of(), 0, 0);
    }

    private static Form.Row line(String text) {
        return Form.Row.of(List.of(new Cell.Plain(text)));
    }

    private static String range(Series series) {
        String words = String.join(" / ", TemplateForms.words(series));
        return words.isEmpty() ? series.range() : words;
    }

    private String uses(Series series) {
        return catalogue
                .indicators()
                .filter(indicator ->
                        indicator.formula().terms().anyMatch(t -> t.series().equals(series.id())))
                .map(indicator -> indicator.id() + " " + indicator.title().in(texts.language()))
                .collect(Collectors.joining("; "));
    }
}
