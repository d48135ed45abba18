package org.minsheng.report;

import static org.minsheng.report.book.Formulas.cell;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.PartOfWhole;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.TemplateForm;
import org.minsheng.conf.Texts;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Form;
import org.minsheng.report.book.Formulas;

/** The relations that a template's figures have to have, as formulas: those by which the system judges them when they come back. */
final class TemplateRelations {
    /** What may stand in the place of a number, of the marks that are read. */
    private static final List<String> MARKS = List.of(Book.NOT_APPLICABLE, Book.NOT_AVAILABLE);

    private final Catalogue catalogue;
    private final Texts texts;
    private final int year;

    TemplateRelations(Catalogue catalogue, Texts texts, int year) {
        this.catalogue = catalogue;
        this.texts = texts;
        this.year = year;
    }

    /** A series, and the column in which it is asked; what is known of the year before stands left of it. */
    record Asked(Series series, int column) {
        boolean isQuantity() {
            return series.unit().words().isEmpty();
        }
    }

    /**
     * Those of a sheet.
     *
     * @param lastRow the last row to fill
     */
    List<TemplateRelation> of(List<Asked> asked, int lastRow) {
        List<TemplateRelation> relations = new ArrayList<>();
        Collection<PartOfWhole> pairs = PartOfWhole.of(catalogue);
        for (Asked part : asked) {
            for (Asked whole : asked) {
                pairs.stream()
                        .filter(pair -> pair.part().equals(part.series().id())
                                && pair.whole().equals(whole.series().id()))
                        .forEach(pair -> relations.add(partOfWhole(part, whole, pair.times(), lastRow)));
            }
        }
        relations.add(possible(asked, lastRow));
        List<Asked> quantities = asked.stream().filter(Asked::isQuantity).toList();
        if (!quantities.isEmpty()) {
            relations.add(likeTheYearBefore(quantities, lastRow));
        }
        return relations;
    }

    private TemplateRelation partOfWhole(Asked part, Asked whole, double times, int lastRow) {
        boolean once = times == 1;
        String factor = BigDecimal.valueOf(times).stripTrailingZeros().toPlainString();
        String words = part.series().title().in(texts.language()) + " ≤ "
                + whole.series().title().in(texts.language()) + (once ? "" : " × " + factor);
        IntFunction<String> broken = row -> {
            String p = cell(row, part.column());
            String w = cell(row, whole.column());
            // The product of another unit has a tail of binary digits.
            String above = once ? p + ">" + w : "ROUND(SUM(" + p + ")-SUM(" + w + ")*" + factor + ",6)>0";
            return "AND(COUNT(" + p + "," + w + ")=2," + above + ")";
        };
        Form.Alert alert = new Form.Alert(part.column(), broken.apply(TemplateForm.FIRST_ROW), Book.Light.BAD);
        return new TemplateRelation(words, true, broken, both(part.column(), whole.column(), lastRow), List.of(alert));
    }

    private TemplateRelation possible(List<Asked> asked, int lastRow) {
        return new TemplateRelation(
                texts.get("relation.possible"),
                true,
                row -> "NOT(AND("
                        + asked.stream()
                                .map(one -> fits(one.series(), cell(row, one.column())))
                                .collect(Collectors.joining(","))
                        + "))",
                asked.stream()
                        .map(one -> "COUNTA(" + Formulas.column(TemplateForm.FIRST_ROW, lastRow, one.column()) + ")")
                        .collect(Collectors.joining("+")),
                asked.stream()
                        .map(one -> new Form.Alert(
                                one.column(),
                                "NOT(" + fits(one.series(), cell(TemplateForm.FIRST_ROW, one.column())) + ")",
                                Book.Light.BAD))
                        .toList());
    }

    private TemplateRelation likeTheYearBefore(List<Asked> quantities, int lastRow) {
        String jump = BigDecimal.valueOf(catalogue.policy().jump())
                .stripTrailingZeros()
                .toPlainString();
        List<Form.Alert> alerts = quantities.stream()
                .map(one -> new Form.Alert(
                        one.column(), jumps(TemplateForm.FIRST_ROW, one.column(), jump), Book.Light.WATCH))
                .toList();
        return new TemplateRelation(
                texts.get("relation.jump", String.valueOf(year - 1), jump),
                false,
                row -> "OR("
                        + quantities.stream()
                                .map(one -> jumps(row, one.column(), jump))
                                .collect(Collectors.joining(","))
                        + ")",
                quantities.stream()
                        .map(one -> both(one.column() - 1, one.column(), lastRow))
                        .collect(Collectors.joining("+")),
                alerts);
    }

    private static String jumps(int row, int column, String jump) {
        String before = cell(row, column - 1);
        String now = cell(row, column);
        return "AND(COUNT(" + before + ":" + now + ")=2," + before + ">0," + now + ">0,OR(" + now + ">" + before + "*"
                + jump + "," + now + "<" + before + "/" + jump + "))";
    }

    /** How many numbers the emptier of two columns has. */
    private static String both(int one, int other, int lastRow) {
        return IntStream.of(one, other)
                .mapToObj(column -> "COUNT(" + Formulas.column(TemplateForm.FIRST_ROW, lastRow, column) + ")")
                .collect(Collectors.joining(",", "MIN(", ")"));
    }

    /** A formula that is true of a cell which is blank or holds what the series can be. */
    static String fits(Series series, String cell) {
        List<String> any = new ArrayList<>(List.of("LEN(" + cell + ")=0"));
        Stream.concat(MARKS.stream(), series.unit().words().keySet().stream())
                .map(word -> cell + "=" + Formulas.text(word))
                .forEach(any::add);
        if (series.unit().words().isEmpty()) {
            List<String> all = new ArrayList<>(List.of("ISNUMBER(" + cell + ")"));
            String number = "SUM(" + cell + ")"; // 0 for a text, which by itself would make an error of the whole
            if (series.least() != null) {
                all.add(number + ">=" + series.least().toPlainString());
            }
            if (series.most() != null) {
                all.add(number + "<=" + series.most().toPlainString());
            }
            if (isWhole(series)) {
                all.add(number + "=INT(" + number + ")");
            }
            any.add("AND(" + String.join(",", all) + ")");
        }
        return "OR(" + String.join(",", any) + ")";
    }

    /** Whether a series comes in whole numbers of its unit. */
    static boolean isWhole(Series series) {
        return series.whole() && series.unit().factor().compareTo(BigDecimal.ONE) == 0;
    }
}
