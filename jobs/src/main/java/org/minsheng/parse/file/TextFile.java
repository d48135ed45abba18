package org.minsheng.parse.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A text with separated fields (.csv, .tsv, .txt): one sheet without a name. */
final class TextFile implements TableFile, Sheet {
    private static final Pattern MARKUP =
            Pattern.compile("(?is)\\s*<(\\?xml|!doctype|html|head|meta|table|body|!--).*");
    private static final int SAMPLE = 1 << 16;

    private final Path file;
    private final TextEncoding encoding;
    private final char separator;

    private TextFile(Path file, TextEncoding encoding, char separator) {
        this.file = file;
        this.encoding = encoding;
        this.separator = separator;
    }

    static TableFile open(Path file) throws Unreadable {
        TextEncoding encoding = TextEncoding.of(file);
        char[] sample = new char[SAMPLE];
        int length = 0;
        try (Reader reader = reader(file, encoding)) {
            for (int n = 0; n >= 0 && length < SAMPLE; n = reader.read(sample, length, SAMPLE - length)) {
                length += n;
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        String start = new String(sample, 0, length);
        if (MARKUP.matcher(start).matches()) {
            throw new Unreadable(Unreadable.Why.WEB_PAGE);
        }
        return new TextFile(file, encoding, Separator.of(start));
    }

    private static Reader reader(Path file, TextEncoding encoding) throws IOException {
        Charset charset = encoding.charset();
        Reader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset.newDecoder()), SAMPLE);
        if (encoding.mark()) {
            reader.read();
        }
        return reader;
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(this);
    }

    @Override
    public String format() {
        return "text";
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public boolean hidden() {
        return false;
    }

    @Override
    public List<Merge> merges() {
        return List.of();
    }

    @Override
    public Set<Integer> hiddenColumns() {
        return Set.of();
    }

    @Override
    public Rows rows() throws Unreadable {
        CsvReader<CsvRecord> csv;
        try {
            csv = CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(reader(file, encoding));
        } catch (IOException e) {
            throw unreadable(e);
        }
        Iterator<CsvRecord> records = csv.iterator();
        return new Rows() {
            @Override
            public SheetRow next() throws Unreadable {
                try {
                    while (records.hasNext()) {
                        SheetRow row = row(records.next());
                        if (row.filled() > 0) {
                            return row;
                        }
                    }
                    return null;
                } catch (CsvParseException | UncheckedIOException e) {
                    throw unreadable(e);
                }
            }

            @Override
            public void close() {
                Xml.closeQuietly(csv);
            }
        };
    }

    private static SheetRow row(CsvRecord csv) throws Unreadable {
        if (csv.getStartingLineNumber() > Integer.MAX_VALUE - 1) {
            throw new Unreadable(Unreadable.Why.TOO_LARGE, "more than 2,147,483,646 lines. Split the file");
        }
        // The line of the file, so that the place is right even behind fields with line breaks.
        SheetRow row = new SheetRow((int) csv.getStartingLineNumber() - 1, false);
        for (int col = 0; col < csv.getFieldCount(); col++) {
            row.set(col, Cell.text(unwrapped(csv.getField(col))));
        }
        return row;
    }

    /** Programs write ="001" so that Excel keeps the zeros. */
    private static String unwrapped(String field) {
        return field.length() > 3 && field.startsWith("=\"") && field.endsWith("\"")
                ? field.substring(2, field.length() - 1)
                : field;
    }

    private static Unreadable unreadable(Exception e) {
        return new Unreadable(Unreadable.Why.UNREADABLE, "no text with separated fields: " + e.getMessage());
    }

    @Override
    public void close() {
        // each reading closes its own
    }
}
