package org.minsheng.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes the pages of a table as the file that its name asks for: .xlsx, .xls, .csv or .txt. */
final class SpecFile {
    private static final String NOTE = "注:合成样例数据。";

    private SpecFile() {}

    /** A sheet: its title, null for none, and the cells below it. */
    record Page(String title, List<List<Object>> rows) {}

    /** The bytes of the file, the same for the same pages. */
    static byte[] write(TableSpec spec, Map<String, Page> pages) throws IOException {
        if (spec.file().matches(".*\\.(csv|txt)")) {
            return text(spec, pages.values().iterator().next());
        }
        try (Workbook workbook = spec.file().endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
            if (spec.protect()) {
                protect((HSSFWorkbook) workbook);
            }
            for (Map.Entry<String, Page> page : pages.entrySet()) {
                Sheet sheet = workbook.createSheet(page.getKey());
                List<List<Object>> rows = page.getValue().rows();
                int width = rows.stream().mapToInt(List::size).max().orElse(1);
                SampleTables.merged(
                        sheet,
                        SampleTables.centred(workbook),
                        new CellRangeAddress(0, 0, 0, width - 1),
                        page.getValue().title());
                int to = 1;
                for (List<Object> row : rows) {
                    for (int col = 0; col < row.size(); col++) {
                        if (row.get(col) instanceof Number number) {
                            SampleTables.number(sheet, to, col, new BigDecimal(number.toString()));
                        } else if (!row.get(col).toString().isEmpty()) {
                            SampleTables.text(sheet, to, col, row.get(col).toString());
                        }
                    }
                    to++;
                }
                SampleTables.text(sheet, to, 0, NOTE);
            }
            return SampleTables.bytes(workbook);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    /** As Excel does where the structure is protected; salts are fixed, so that the same data give the same bytes. */
    private static void protect(HSSFWorkbook workbook) {
        byte[] salt = new byte[16];
        FilePassRecord record = new FilePassRecord(EncryptionMode.cryptoAPI);
        record.getEncryptionInfo()
                .getEncryptor()
                .confirmPassword(Decryptor.DEFAULT_PASSWORD, null, null, salt, salt, null);
        workbook.getInternalWorkbook().getWorkbookRecordList().add(1, record);
        Biff8EncryptionKey.setCurrentUserPassword(Decryptor.DEFAULT_PASSWORD);
    }

    /** A .csv in GB18030, or as Excel writes "Unicode text": with tabs, in UTF-16; the canonical form in UTF-8. */
    private static byte[] text(TableSpec spec, Page page) {
        boolean wide = spec.file().endsWith(".txt");
        String body = page.rows().stream()
                .map(row -> row.stream().map(SpecFile::field).collect(Collectors.joining(wide ? "\t" : ",")))
                .collect(Collectors.joining("\r\n"));
        if (page.title() == null) {
            return (body + "\r\n").getBytes(StandardCharsets.UTF_8);
        }
        String text = page.title() + "\r\n" + body + "\r\n" + NOTE + "\r\n";
        return wide ? ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE) : text.getBytes(Charset.forName("GB18030"));
    }

    private static String field(Object value) {
        String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        return text.matches("(?s).*[,\"\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
