package org.minsheng.parse.file;

/** What a cell with a number format says, for tests of other packages. */
public final class Shown {
    private Shown() {}

    /** What a number is in a format of which only the number is known. */
    public static String kindOf(int id, double number) {
        return NumberFormat.of(id, org.apache.poi.ss.usermodel.BuiltinFormats.getBuiltinFormat(id))
                .cell(number, false)
                .kind()
                .name();
    }

    /** The text of a number in a format; before it the kind, where it is neither a number nor a text. */
    public static String of(String format, double number) {
        Cell cell = NumberFormat.of(200, format).cell(number, false);
        return switch (cell.kind()) {
            case NUMBER, TEXT, PERCENT -> cell.text();
            default -> cell.kind() + " " + cell.text();
        };
    }
}
