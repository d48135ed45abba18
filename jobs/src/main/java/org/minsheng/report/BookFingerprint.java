package org.minsheng.report;

import org.minsheng.storage.Sha256;

/**
 * All that a workbook follows from as 64 hexadecimal digits, by which the next night sees that it would be written the same. The first of
 * them say what it follows from besides rows of its own, so that those need not be looked at where that is other already.
 */
final class BookFingerprint {
    private static final int DIGITS_OF_BASIS = 16;

    private BookFingerprint() {}

    /**
     * That of a workbook.
     *
     * @param basis all but rows of its own
     * @param rows how many are its own
     * @param hash the sum of their hashes, {@link Facts#HASH}, which is the same in any order
     */
    static String of(String basis, long rows, long hash) {
        String all = Sha256.of(basis + " " + rows + " " + hash);
        return ofBasis(basis) + all.substring(DIGITS_OF_BASIS);
    }

    /** Whether a fingerprint may be that of a workbook of a basis. */
    static boolean mayBeOf(String basis, String fingerprint) {
        return fingerprint.startsWith(ofBasis(basis));
    }

    private static String ofBasis(String basis) {
        return Sha256.of(basis).substring(0, DIGITS_OF_BASIS);
    }
}
