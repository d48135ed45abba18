package org.minsheng.conf;

/**
 * One mistake in a configuration file, with its place and what would be right.
 *
 * @param file the file as the user knows it
 * @param line counted from 1; 0 where the mistake is of the whole file
 * @param column counted from 1; 0 where the mistake is of the whole file
 * @param what what is wrong, as a sentence without a full stop
 * @param remedy what would be right; empty where nothing better can be said
 */
public record Problem(String file, int line, int column, String what, String remedy) {
    /** Where it is, as compilers write it. */
    public String place() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }

    @Override
    public String toString() {
        return place() + ": " + what + (remedy.isEmpty() ? "" : ". " + remedy);
    }
}
