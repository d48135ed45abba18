package org.minsheng.parse.file;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the cells of an .ods sheet: their values, and what is shown of them, which both stand in the file. */
final class OdsCells {
    private static final Pattern SHOWN =
            Pattern.compile("(?<before>[^\\d.+-]*)(?<number>[+-]?\\d*\\.?\\d+(E[+-]?\\d+)?)(?<behind>[^\\d]*)");

    private final Xml xml;
    private final OdsStyles styles;

    OdsCells(Xml xml, OdsStyles styles) {
        this.xml = xml;
        this.styles = styles;
    }

    /** The cell that has just started. */
    Cell read(String element) throws Unreadable {
        String type = xml.attribute("value-type");
        String value = xml.attribute("value");
        String date = xml.attribute("date-value");
        boolean formula = xml.attribute("formula") != null;
        boolean error = "error".equals(xml.lastAttribute("value-type")); // of LibreOffice's own vocabulary
        boolean struck = styles.isStruck(xml.attribute("style-name"));
        RichText.Script script = styles.script(xml.attribute("style-name"));
        RichText text = new RichText();
        boolean hasText = text(element, text, script, struck);
        Cell shown = text.cell();
        if (error) {
            return new Cell(Cell.Kind.ERROR, shown.text(), 0);
        } else if (type == null) {
            return formula && !hasText ? XlsxRows.NOT_WORKED_OUT : shown;
        }
        Cell cell = switch (type) {
            case "float", "currency" -> number(number(value), hasText ? shown.text() : null);
            case "percentage" -> new Cell(Cell.Kind.PERCENT, null, number(value));
            case "date", "time" -> new Cell(Cell.Kind.DATE, date == null ? shown.text() : date, 0);
            default -> shown;
        };
        return struck
                ? cell.as(Cell.Kind.STRUCK)
                : cell.as(shown.kind() == Cell.Kind.MARK ? Cell.Kind.MARK : cell.kind());
    }

    /** Puts the text of the cell together; false where it has none. Notes and drawings on it are none of it. */
    private boolean text(String element, RichText text, RichText.Script ofCell, boolean struck) throws Unreadable {
        Deque<String> spans = new ArrayDeque<>();
        int aside = 0;
        int paragraphs = 0;
        StringBuilder run = new StringBuilder();
        xml.collect(run);
        while (xml.next() && !xml.ends(element)) {
            boolean isAside = xml.is("annotation") || xml.is("note") || xml.is("frame") || xml.is("shapes");
            if (aside == 0 && !run.isEmpty() && paragraphs > 0) {
                add(text, run.toString(), spans, ofCell, struck);
            }
            run.setLength(0);
            if (isAside) {
                aside += xml.starts() ? 1 : -1;
            } else if (aside > 0) {
                continue;
            } else if (xml.starts("p")) {
                add(text, paragraphs++ > 0 ? "\n" : "", spans, ofCell, struck);
            } else if (xml.starts("span")) {
                spans.push(String.valueOf(xml.attribute("style-name")));
            } else if (xml.ends("span")) {
                spans.poll();
            } else if (xml.starts("s")) {
                add(text, " ".repeat(xml.number("c", XlsxSheet.LAST_COL, 1)), spans, ofCell, struck);
            } else if (xml.starts("tab") || xml.starts("line-break")) {
                add(text, "\n", spans, ofCell, struck);
            }
        }
        xml.collect(null);
        return paragraphs > 0;
    }

    private void add(RichText text, String run, Deque<String> spans, RichText.Script ofCell, boolean struck) {
        RichText.Script script = spans.isEmpty() ? ofCell : styles.script(spans.peek());
        text.add(run, script, struck || !spans.isEmpty() && styles.isStruck(spans.peek()));
    }

    private double number(String value) throws Unreadable {
        try {
            if (value != null && !value.isEmpty() && "dDfF".indexOf(value.charAt(value.length() - 1)) < 0) {
                return Double.parseDouble(value);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new Unreadable(Unreadable.Why.UNREADABLE, "damaged workbook: '" + value + "' is no number");
    }

    /** A number as it is shown, but with all its decimals; another one that is shown in its place is told. */
    private static Cell number(double number, String shown) {
        if (!Double.isFinite(number)) {
            return new Cell(Cell.Kind.ERROR, "#NUM!", 0);
        } else if (shown == null) {
            return Cell.number(number);
        }
        String plain = Normalizer.normalize(shown, Normalizer.Form.NFKC)
                .replaceAll("[\\s,']", "")
                .replace('\u2212', '-');
        Matcher matcher = SHOWN.matcher(plain);
        if (!matcher.matches() || !stands(matcher, number)) {
            return new Cell(Cell.Kind.DISGUISED, shown, number);
        }
        String behind = matcher.group("behind").replace(")", "");
        return behind.isEmpty()
                ? Cell.number(number)
                : Cell.text(Cell.number(number).text() + behind);
    }

    /** Whether what is shown is the number, rounded to as many decimals. */
    private static boolean stands(Matcher shown, double number) {
        BigDecimal rounded = new BigDecimal(shown.group("number"));
        double off = Math.abs(rounded.abs().doubleValue() - Math.abs(number));
        double half = 0.5 * Math.pow(10, -rounded.scale());
        boolean sameSign =
                shown.group("before").contains("(") || rounded.signum() == 0 || rounded.signum() == Math.signum(number);
        return sameSign && off <= half * (1 + 1e-9) + Math.abs(number) * 1e-12;
    }
}
