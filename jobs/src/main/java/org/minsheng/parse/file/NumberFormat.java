package org.minsheng.parse.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * What a number format makes of a number. Most only choose decimals; but 0!.0, shows 523000 as 52.3, 0.0"万" names a unit,
 * and ;;; shows nothing. It is worked out once for each format, and not for each cell.
 */
final class NumberFormat {
    /** As it is. */
    static final NumberFormat GENERAL = new NumberFormat(Cell.Kind.NUMBER, 0, "", List.of());

    private static final Pattern CONDITION =
            Pattern.compile("\\[\\s*(<=|>=|<>|<|>|=)\\s*(-?[\\d.]+(?:E[+-]?\\d+)?)\\s*]");
    private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{0,3}[\\p{Sc}\uFFE5]|CNY|RMB|USD|EUR");
    private static final Pattern SIGNS = Pattern.compile("[-+()\uFF08\uFF09\u2212\\s\u00A0\u3000]+");
    private static final Pattern DASHES = Pattern.compile("[-\u2212\u2014\u2013\\s\u00A0]*");

    /** What makes a number look negative, or so in bookkeeping. */
    private static final Pattern NEGATES = Pattern.compile("[-(\uFF08\u2212\u25B2\u25B3]");
    /** Excel's own limit. */
    private static final int LONGEST = 255;

    private final Cell.Kind kind;
    private final int id;
    private final String format;
    /** None where all numbers are shown as they are, but for their decimals. */
    private final List<Section> sections;

    private NumberFormat(Cell.Kind kind, int id, String format, List<Section> sections) {
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
            return new NumberFormat(Cell.Kind.NUMBER, id, "", List.of(Section.of("0\"?\"0"))); // none that Excel takes
        }
        // Quoted and escaped characters are shown as they are; a sign among them multiplies nothing.
        String plain = format.replaceAll("\"[^\"]*\"|[\\\\!].|_.", "");
        if (!plain.contains("%") && DateUtil.isADateFormat(id, format)) {
            return new NumberFormat(Cell.Kind.DATE, id, format, List.of());
        }
        List<Section> sections = new ArrayList<>();
        for (String code : split(format)) {
            if (sections.size() < 3) {
                sections.add(Section.of(code));
            }
        }
        boolean usual = sections.stream().allMatch(Section::usual)
                && !sections.get(0).negates
                && sections.stream().allMatch(s -> s.percents == sections.get(0).percents && s.condition == null)
                && (sections.size() < 2 || sections.get(1).signed);
        Cell.Kind kind = sections.get(0).percents > 0 ? Cell.Kind.PERCENT : Cell.Kind.NUMBER;
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
        Section section = section(number);
        boolean unsigned = section != null && number < 0 && section == negative() && !section.signed;
        boolean turned = section != null && number > 0 && section.negates;
        Cell shown = section == null || unsigned || turned ? null : section.cell(number);
        return shown == null ? new Cell(Cell.Kind.DISGUISED, shown(section, number), number) : shown;
    }

    private Section negative() {
        boolean usual = sections.size() > 1 && sections.get(0).condition == null && sections.get(1).condition == null;
        return usual ? sections.get(1) : null;
    }

    /** The section that a number falls into; null where Excel shows none and fills the cell with #. */
    private Section section(double number) {
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            boolean last = i == sections.size() - 1;
            boolean fits = section.condition != null
                    ? section.condition.holds(number)
                    : last && !(i == 1 && sections.get(0).condition == null)
                            || i == 0 && (sections.size() == 2 ? number >= 0 : number > 0)
                            || i == 1 && number < 0;
            if (fits) {
                return section;
            }
        }
        return null;
    }

    private String shown(Section section, double number) {
        if (section == null || !section.digits) {
            return section == null ? "###" : section.suffix;
        }
        try {
            return new DataFormatter(java.util.Locale.ROOT).formatRawCellContents(number, id, format);
        } catch (RuntimeException e) {
            return ""; // it stands beside the number that the cell holds, and only helps to find it
        }
    }

    /** From when on a section holds. */
    private record Condition(String operator, double bound) {
        boolean holds(double number) {
            return switch (operator) {
                case "<" -> number < bound;
                case "<=" -> number <= bound;
                case ">" -> number > bound;
                case ">=" -> number >= bound;
                case "=" -> number == bound;
                default -> number != bound;
            };
        }
    }

    /**
     * A part of a format.
     *
     * @param condition of the numbers it is for, null where its place tells
     * @param digits whether it shows the number at all
     * @param tens by how many powers of ten what it shows is less
     * @param percents how many signs of per cent it has
     * @param prefix text before the number, without signs and currency
     * @param suffix text behind it, or all of it where it shows no number
     * @param torn whether text stands amid the digits
     * @param signed whether it shows the sign of a number below zero, be it by its colour
     * @param negates whether it puts a sign or brackets of its own to any number
     */
    private record Section(
            Condition condition,
            boolean digits,
            int tens,
            int percents,
            String prefix,
            String suffix,
            boolean torn,
            boolean signed,
            boolean negates) {
        boolean usual() {
            return digits && tens == 0 && percents <= 1 && prefix.isEmpty() && suffix.isEmpty() && !torn;
        }

        /** The number as shown, with all its decimals; null where it cannot be told. */
        Cell cell(double number) {
            if (!digits) {
                return number == 0
                                && !suffix.isEmpty()
                                && DASHES.matcher(suffix).matches()
                        ? Cell.number(0)
                        : null;
            } else if (torn || percents > 1 || percents > 0 && (tens != 0 || !prefix.isEmpty() || !suffix.isEmpty())) {
                return null;
            } else if (percents == 1) {
                return new Cell(Cell.Kind.PERCENT, null, number);
            }
            double shown = tens == 0
                    ? number
                    : BigDecimal.valueOf(number).movePointLeft(tens).doubleValue();
            Cell cell = Cell.number(shown);
            return prefix.isEmpty() && suffix.isEmpty() ? cell : Cell.text(prefix + cell.text() + suffix);
        }

        static Section of(String code) {
            Matcher matcher = CONDITION.matcher(code);
            Condition condition = matcher.find() ? new Condition(matcher.group(1), number(matcher.group(2))) : null;
            StringBuilder before = new StringBuilder();
            StringBuilder behind = new StringBuilder();
            boolean digits = false;
            boolean torn = false;
            boolean signed = false;
            boolean negates = false;
            boolean point = false;
            int literalPoint = -1; // digits before it
            int integers = 0; // places of digits before the real point
            int commas = 0; // since the last digit
            int thousands = 0;
            int percents = 0;
            int i = 0;
            while (i < code.length()) {
                char c = code.charAt(i);
                String literal = null;
                if (c == '"') {
                    int end = code.indexOf('"', i + 1);
                    end = end < 0 ? code.length() : end;
                    literal = code.substring(i + 1, end);
                    i = end + 1;
                } else if ((c == '\\' || c == '!') && i + 1 < code.length()) {
                    literal = code.substring(i + 1, i + 2);
                    i += 2;
                } else if (c == '_' || c == '*') {
                    i += 2;
                } else if (c == '[') {
                    int end = code.indexOf(']', i);
                    end = end < 0 ? code.length() - 1 : end;
                    String inside = code.substring(i + 1, end);
                    if (inside.startsWith("$")) {
                        literal = inside.substring(1).replaceFirst("-.*$", "");
                    } else {
                        // A colour is how Excel's own formats show what is below zero.
                        signed |= !inside.startsWith("DBNum")
                                && !CONDITION.matcher("[" + inside + "]").matches();
                    }
                    i = end + 1;
                } else if (code.regionMatches(true, i, "General", 0, 7)) {
                    digits = true;
                    i += 7;
                } else if (code.startsWith("G/\u901A\u7528\u683C\u5F0F", i)) {
                    digits = true;
                    i += 6;
                } else if (c == '0' || c == '#' || c == '?' || c == '@') {
                    torn |= !behind.toString().isBlank();
                    commas = 0;
                    digits = true;
                    integers += point ? 0 : 1;
                    i++;
                } else if (c == ',') {
                    commas += digits ? 1 : 0;
                    i++;
                } else if (c == '.') {
                    thousands += commas; // they scale as those at the end do: 0,.0
                    commas = 0;
                    torn |= point;
                    point = true;
                    i++;
                } else if (c == '%') {
                    percents++;
                    i++;
                } else if (digits
                        && (c == 'E' || c == 'e')
                        && i + 1 < code.length()
                        && (code.charAt(i + 1) == '+' || code.charAt(i + 1) == '-')) {
                    i += 2;
                } else if (c == '/' && digits) {
                    // A fraction shows the same number: what stands below the line are digits, or a number.
                    i++;
                    while (i < code.length()
                            && (Character.isDigit(code.charAt(i)) || "?# ".indexOf(code.charAt(i)) >= 0)) {
                        i++;
                    }
                } else {
                    literal = String.valueOf(c);
                    i++;
                }
                if (literal != null) {
                    negates |= digits
                            ? literal.equals("-")
                            : NEGATES.matcher(literal).find();
                    signed |= SIGNS.matcher(literal).matches() && !literal.isBlank()
                            || literal.indexOf('\u25B2') >= 0
                            || literal.indexOf('\u25B3') >= 0;
                    boolean more = hasDigit(code, i);
                    if (digits && more && literal.equals(".") && literalPoint < 0 && !point) {
                        literalPoint = integers;
                    } else if (digits && more && (literal.isBlank() || literal.equals(",") || literal.equals("'"))) {
                        continue; // parts the thousands, or the whole from a fraction
                    } else {
                        (digits ? behind : before).append(literal);
                    }
                }
            }
            int tens = 3 * (thousands + commas) + (literalPoint < 0 ? 0 : integers - literalPoint);
            torn |= literalPoint >= 0 && point;
            String prefix =
                    SIGNS.matcher(CURRENCY.matcher(before).replaceAll("")).replaceAll("");
            String suffix = behind.toString();
            suffix = digits
                    ? SIGNS.matcher(CURRENCY.matcher(suffix).replaceAll("")).replaceAll("")
                    : (before + suffix);
            return new Section(condition, digits, tens, percents, prefix, suffix, torn, signed, negates);
        }

        private static double number(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return Double.NaN; // holds for no number
            }
        }

        /** Whether a place for a digit follows. */
        private static boolean hasDigit(String code, int from) {
            boolean quoted = false;
            for (int i = from; i < code.length(); i++) {
                char c = code.charAt(i);
                if (c == '"') {
                    quoted = !quoted;
                } else if (!quoted && (c == '\\' || c == '!' || c == '_' || c == '*')) {
                    i++;
                } else if (!quoted && (c == '0' || c == '#' || c == '?')) {
                    return true;
                }
            }
            return false;
        }
    }
}
