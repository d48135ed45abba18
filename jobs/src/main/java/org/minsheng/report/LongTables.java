package org.minsheng.report;

import java.util.List;
import org.minsheng.conf.Texts;
import org.minsheng.report.book.Book.Block;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Table;

/** Tables that are longer than a sheet can be: their first rows are shown, and the sheet says that there are more. */
final class LongTables {
    /** So many find room: a sheet of Excel has 1,048,576 rows, and notes stand below the table. */
    static final int MOST_ROWS = 1_000_000;

    private LongTables() {}

    /**
     * A sheet as it can be written.
     *
     * @param most rows of a table
     */
    static Sheet cut(Sheet sheet, int most, Texts texts) {
        int longest = sheet.blocks().stream().mapToInt(LongTables::rows).max().orElse(0);
        if (longest <= most) {
            return sheet;
        }
        List<Block> blocks = sheet.blocks().stream()
                .map(block -> block instanceof Table table && rows(table) > most ? table.first(most) : block)
                .toList();
        return sheet.of(blocks).saying(texts.get("cut", Decimals.text(most, 0), Decimals.text(longest, 0)));
    }

    private static int rows(Block block) {
        return block instanceof Table table ? table.rows().size() : 0;
    }
}
