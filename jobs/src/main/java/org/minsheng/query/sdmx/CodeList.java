package org.minsheng.query.sdmx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.minsheng.conf.Label;

/** The codes that a component may have. */
record CodeList(String id, Label name, List<Code> codes) {
    /**
     * A code.
     *
     * @param original as the tables of the lake have it
     * @param parent that which it lies in, as the tables have it; null where it lies in none
     */
    record Code(String original, Label name, String parent) {
        String id() {
            return SdmxId.of(original);
        }
    }

    /** Codes of different names. */
    CodeList {
        Map<String, String> originals = new HashMap<>();
        for (Code code : codes) {
            String other = originals.put(code.id(), code.original());
            if (other != null) {
                throw new IllegalStateException("the codes '" + other + "' and '" + code.original() + "' of " + id
                        + " both become " + code.id() + " in SDMX");
            }
        }
    }
}
