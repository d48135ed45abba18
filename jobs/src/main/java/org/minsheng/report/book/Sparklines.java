package org.minsheng.report.book;

import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;

/** Small lines in cells, as an extension of the file format that POI has no words for. */
final class Sparklines {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
    private static final String XM = "http://schemas.microsoft.com/office/excel/2006/main";

    private Sparklines() {}

    /** A line in a cell, over other cells. */
    record Line(String cell, String cells) {}

    /** Adds them to a sheet, behind all that the format wants before extensions. */
    static void write(XSSFSheet sheet, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        StringBuilder xml = new StringBuilder("<extLst xmlns=\"" + MAIN + "\"><ext"
                + " uri=\"{05C60535-1F16-4fd2-B694-F36A0FEA1FD5}\" xmlns:x14=\"" + X14 + "\"><x14:sparklineGroups"
                + " xmlns:xm=\"" + XM
                + "\"><x14:sparklineGroup displayEmptyCellsAs=\"gap\" markers=\"1\" displayHidden=\"1\">"
                + "<x14:colorSeries rgb=\"FF1F4E79\"/><x14:colorMarkers rgb=\"FF1F4E79\"/><x14:sparklines>");
        for (Line line : lines) {
            xml.append("<x14:sparkline><xm:f>")
                    .append(line.cells().replace("&", "&amp;").replace("<", "&lt;"))
                    .append("</xm:f><xm:sqref>")
                    .append(line.cell())
                    .append("</xm:sqref></x14:sparkline>");
        }
        xml.append("</x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>");
        try (XmlCursor from = XmlObject.Factory.parse(xml.toString()).newCursor();
                XmlCursor to = sheet.getCTWorksheet().addNewExtLst().newCursor()) {
            from.toFirstChild();
            from.toFirstChild();
            to.toEndToken();
            from.copyXml(to);
        } catch (XmlException e) {
            throw new IllegalStateException(e); // the text is our own
        }
    }
}
