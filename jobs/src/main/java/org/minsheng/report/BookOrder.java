package org.minsheng.report;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructType;
import org.minsheng.storage.OutputFolder;
import org.minsheng.storage.Sha256;

/**
 * What all tasks that write workbooks have to know.
 *
 * @param schemas the columns of each kind of row
 * @param basis what all workbooks follow from besides rows: program, configuration, what is in force
 * @param old the workbooks that are there, so that one is not written again from the same rows
 */
record BookOrder(
        Books books,
        EnumMap<Facts.Kind, StructType> schemas,
        SharedRows shared,
        OutputFolder folder,
        String basis,
        HashMap<String, Manifest.Entry> old)
        implements Serializable {
    /**
     * The fingerprint of all that a subject's workbooks follow from, by which the next night sees that they would be written the same.
     *
     * @param rows how many are its own
     * @param hash the sum of their hashes
     */
    String fingerprint(int number, long rows, long hash) {
        return Sha256.of(basis + " " + shared.fingerprint(books.scopes().get(number)) + " " + rows + " " + hash);
    }

    /** The workbooks of a subject, where all of them are there and were made of what has the same fingerprint; else none. */
    List<Written> kept(int number, String fingerprint) throws IOException {
        Scope scope = books.scopes().get(number);
        List<Written> kept = new ArrayList<>();
        for (Map.Entry<Edition, String> file : scope.files().entrySet()) {
            Manifest.Entry before = old.get(file.getValue());
            if (before == null
                    || !before.rows().equals(fingerprint)
                    || !before.sha256().equals(Sha256.of(folder.read(file.getValue())))) {
                return List.of();
            }
            kept.add(Written.of(scope, number, file.getKey(), before.sha256(), fingerprint, false));
        }
        return kept;
    }
}
