package org.minsheng.parse.file;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the styles of an .ods workbook make of sheets, cells and runs of text, as far as that changes what they say. */
final class OdsStyles {
    private final Set<String> hidden = new HashSet<>();
    private final Set<String> struck = new HashSet<>();
    private final Map<String, RichText.Script> scripts = new HashMap<>();
    private String style;

    /** Takes the next start or end of an element of the content. */
    void read(Xml xml) {
        if (xml.starts("style")) {
            style = xml.attribute("name");
        } else if (style == null) {
            return;
        } else if (xml.starts("table-properties") && "false".equals(xml.attribute("display"))) {
            hidden.add(style);
        } else if (xml.starts("text-properties")) {
            String line = xml.attribute("text-line-through-style");
            String type = xml.attribute("text-line-through-type");
            if (line != null && !line.equals("none") || type != null && !type.equals("none")) {
                struck.add(style);
            }
            String position = xml.attribute("text-position");
            if (position != null && !position.startsWith("0%")) {
                boolean lowered = position.startsWith("sub") || position.startsWith("-");
                scripts.put(style, lowered ? RichText.Script.LOWERED : RichText.Script.RAISED);
            }
        } else if (xml.ends("style")) {
            style = null;
        }
    }

    boolean isHidden(String name) {
        return hidden.contains(name);
    }

    boolean isStruck(String name) {
        return struck.contains(name);
    }

    RichText.Script script(String name) {
        return scripts.getOrDefault(name, RichText.Script.NONE);
    }
}
