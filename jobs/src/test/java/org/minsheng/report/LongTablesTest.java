package org.minsheng.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.minsheng.conf.Language;
import org.minsheng.conf.LevelNames;
import org.minsheng.conf.Texts;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Table;
import org.minsheng.report.book.Book.Value;

/** What is shown of a table that has more rows than a sheet. */
class LongTablesTest {
    private static final Texts TEXTS = Words.in(Language.ZH, LevelNames.usualOnes());

    private static Sheet sheet(int rows) {
        List<List<Value>> values = IntStream.range(0, rows)
                .mapToObj(i -> List.<Value>of(Book.text("row " + i)))
                .toList();
        Table table = new Table("t", List.of(new Book.Column("c", 5)), values).fixed();
        Book.Lines notes = new Book.Lines(List.of(new Book.Line(null, "a note", Book.Weight.NOTE)));
        return new Sheet("s", "t", "as of", List.of(table, notes), 1);
    }

    @Test
    void itsFirstRowsAndHowManyThereAre() {
        Sheet cut = LongTables.cut(sheet(1_235), 1_234, TEXTS);
        Table table = (Table) cut.blocks().get(0);
        assertThat(table.rows()).hasSize(1_234).startsWith(List.of(Book.text("row 0")));
        assertThat(table.isFixed()).isTrue();
        assertThat(cut.blocks()).hasSize(2).endsWith(sheet(0).blocks().get(1));
        assertThat(cut.subtitle()).startsWith("as of").contains("只列前1,234行，共1,235行");
    }

    @Test
    void aTableThatFindsRoomIsLeftAsItIs() {
        Sheet sheet = sheet(1_234);
        assertThat(LongTables.cut(sheet, 1_234, TEXTS)).isSameAs(sheet);
        Sheet words = new Sheet("s", "t", "as of", List.of(new Book.Lines(List.of())), 1);
        assertThat(LongTables.cut(words, 0, TEXTS)).isSameAs(words);
    }
}
