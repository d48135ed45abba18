package org.minsheng.notebooks;

/** Why a cell did not come to its end, in the words that stand below it: where the kernel found it is told to nobody. */
final class CellException extends RuntimeException {
    CellException(String message) {
        super(message, null, false, false);
    }
}
