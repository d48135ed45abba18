package org.minsheng.parse.file;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A sheet with rows and columns changed over, held in memory: for tables that have the regions across. */
public final class Transposed implements Sheet {
    private final Sheet sheet;
    private final Map<Integer, SheetRow> rows = new TreeMap<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();

    private Transposed(Sheet sheet) {
        this.sheet = sheet;
    }

    /** Changes a sheet over. */
    public static Sheet of(Sheet sheet) throws Unreadable {
        Transposed turned = new Transposed(sheet);
        Set<Integer> hidden = sheet.hiddenColumns();
        try (Rows all = sheet.rows()) {
            for (SheetRow row = all.next(); row != null; row = all.next()) {
                if (row.hidden()) {
                    turned.hiddenColumns.add(row.index());
                }
                for (int col = 0; col < row.width(); col++) {
                    if (!row.get(col).blank()) {
                        turned.rows
                                .computeIfAbsent(col, c -> new SheetRow(c, hidden.contains(c)))
                                .set(row.index(), row.get(col));
                    }
                }
            }
        }
        return turned;
    }

    @Override
    public String name() {
        return sheet.name();
    }

    @Override
    public boolean hidden() {
        return sheet.hidden();
    }

    @Override
    public Rows rows() {
        Iterator<SheetRow> iterator = rows.values().iterator();
        return new Rows() {
            @Override
            public SheetRow next() {
                return iterator.hasNext() ? iterator.next() : null;
            }

            @Override
            public void close() {
                // all of it is in memory
            }
        };
    }

    @Override
    public List<Merge> merges() throws Unreadable {
        return sheet.merges().stream()
                .map(m -> new Merge(m.left(), m.top(), m.right(), m.bottom()))
                .toList();
    }

    @Override
    public Set<Integer> hiddenColumns() {
        return hiddenColumns;
    }
}
