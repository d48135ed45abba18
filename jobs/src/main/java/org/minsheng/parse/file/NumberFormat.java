package org.minsheng.parse.file;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * What a number format makes of a number. Most only choose decimals; but 0!.0, shows 523000 as 52.3, 0.0"万" names a unit,
 * and ;;; shows nothing. It is worked out once for each format, and not for each cell.
 */
final class NumberFormat {
    /** As it is. */
    static final NumberFormat GENERAL = new NumberFormat(Cell.Kind.NUMBER, 0, "", List.of());

    /** Excel's own limit. */
    private static final int LONGEST = 255;

    private final Cell.Kind kind;
    private final int id;
    private final String format;
    /** None where all numbers are shown as they are, but for their decimals. */
    private final List<FormatSection> sections;

    private NumberFormat(Cell.Kind kind, int id, String format, List<FormatSection> sections) {
        this.kind = kind;
        this.id = id;
        this.format = format;
        this.sections = sections;
    }

    /** A format by its code; null, or none, stands for General. */
    static NumberFormat of(int id, String format) {
        boolean isEastAsianDate = id >= 27 && id <= 36 || id >= 50 && id <= 58;
        if (isEastAsianDate && (format == null || format.startsWith("reserved"))) {
            return new NumberFormat(Cell.Kind.DATE, id, "", List.of()); // Excel knows it by its number alone
        } else if (format == null || format.isBlank()) {
            return GENERAL;
        } else if (format.length() > LONGEST) {
            return new NumberFormat(
                    Cell.Kind.NUMBER, id, "", List.of(FormatSectionReader.read("0\"?\"0"))); // none that Excel takes
        }
        // Quoted and escaped characters are shown as they are; a sign among them multiplies nothing.
        String plain = format.replaceAll("\"[^\"]*\"|[\\\\!].|_.", "");
        if (!plain.contains("%") && DateUtil.isADateFormat(id, format)) {
            return new NumberFormat(Cell.Kind.DATE, id, format, List.of());
        }
        List<FormatSection> sections = new ArrayList<>();
        for (String code : split(format)) {
            if (sections.size() < 3) {
                sections.add(FormatSectionReader.read(code));
            }
        }
        boolean usual = sections.stream().allMatch(FormatSection::usual)
                && !sections.get(0).negates()
                && sections.stream()
                        .allMatch(s -> s.percents() == sections.get(0).percents() && s.condition() == null)
                && (sections.size() < 2 || sections.get(1).signed());
        Cell.Kind kind = sections.get(0).percents() > 0 ? Cell.Kind.PERCENT : Cell.Kind.NUMBER;
        return usual ? new NumberFormat(kind, id, format, List.of()) : new NumberFormat(kind, id, format, sections);
    }

    private static List<String> split(String format) {
        List<String> codes = new ArrayList<>();
        StringBuilder code = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            }
            if (!quoted && c == ';') {
                codes.add(code.toString());
                code.setLength(0);
            } else {
                code.append(c);
                if (!quoted && (c == '\\' || c == '!' || c == '_' || c == '*') && i + 1 < format.length()) {
                    code.append(format.charAt(++i));
                }
            }
        }
        codes.add(code.toString());
        return codes;
    }

    /** The cell of a number that is shown like this. */
    Cell cell(double number, boolean from1904) {
        if (!Double.isFinite(number)) {
            return new Cell(Cell.Kind.ERROR, "#NUM!", 0);
        } else if (kind == Cell.Kind.DATE) {
            var date = DateUtil.getLocalDateTime(number, from1904);
            return date == null ? Cell.number(number) : new Cell(Cell.Kind.DATE, date.toString(), number);
        } else if (sections.isEmpty()) {
            return new Cell(kind, null, number);
        }
        FormatSection section = section(number);
        boolean unsigned = section != null && number < 0 && section == negative() && !section.signed();
        boolean turned = section != null && number > 0 && section.negates();
        Cell shown = section == null || unsigned || turned ? null : section.cell(number);
        return shown == null ? new Cell(Cell.Kind.DISGUISED, shown(section, number), number) : shown;
    }

    private FormatSection negative() {
        boolean usual = sections.size() > 1
                && sections.get(0).condition() == null
                && sections.get(1).condition() == null;
        return usual ? sections.get(1) : null;
    }

    /** The section that a number falls into; null where Excel shows none and fills the cell with #. */
    private FormatSection section(double number) {
        for (int i = 0; i < sections.size(); i++) {
            FormatSection section = sections.get(i);
            boolean last = i == sections.size() - 1;
            boolean fits = section.condition() != null
                    ? section.condition().holds(number)
                    : last && !(i == 1 && sections.get(0).condition() == null)
                            || i == 0 && (sections.size() == 2 ? number >= 0 : number > 0)
                            || i == 1 && number < 0;
            if (fits) {
                return section;
            }
        }
        return null;
    }

    private String shown(FormatSection section, double number) {
        if (section == null || !section.digits()) {
            return section == null ? "###" : section.suffix();
        }
        try {
            return new DataFormatter(java.util.Locale.ROOT).formatRawCellContents(number, id, format);
        } catch (RuntimeException e) {
            return ""; // it stands beside the number that the cell holds, and only helps to find it
        }
    }
}
