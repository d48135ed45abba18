package org.minsheng.parse.file;

import java.util.List;
import java.util.Set;

/** A sheet of an .ods workbook. */
final class OdsSheet implements Sheet {
    private final OdsFile file;
    private final int number;
    private final String name;
    private final boolean hidden;
    private final OdsAreas areas;
    private final OdsStyles styles;

    /**
     * A sheet.
     *
     * @param number how many stand before it
     */
    OdsSheet(OdsFile file, int number, String name, boolean hidden, OdsAreas areas, OdsStyles styles) {
        this.file = file;
        this.number = number;
        this.name = name;
        this.hidden = hidden;
        this.areas = areas;
        this.styles = styles;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean hidden() {
        return hidden;
    }

    @Override
    public Rows rows() throws Unreadable {
        Xml xml = file.content();
        int before = 0;
        while (xml.next()) {
            if (xml.starts("table") && xml.attribute("name") != null && before++ == number) {
                return new OdsRows(xml, styles);
            }
        }
        xml.close();
        throw new Unreadable(Unreadable.Why.UNREADABLE, "damaged workbook: the sheet " + name + " is gone");
    }

    @Override
    public List<Merge> merges() {
        return areas.merges();
    }

    @Override
    public Set<Integer> hiddenColumns() {
        return areas.hiddenColumns();
    }
}
