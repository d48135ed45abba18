package org.minsheng.parse.file;

/** A file that cannot be read as a table, as a whole. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Why {
        /** It holds nothing. */
        EMPTY("the file is empty"),
        /** It is damaged, or of another kind. */
        UNREADABLE("the file cannot be read"),
        /** It asks for a password. */
        PROTECTED("the file asks for a password. Save it without one"),
        /** It would take more memory than a file may. */
        TOO_LARGE("the file would take too much memory. Split it, or send it as CSV"),
        /** It was made to be read by people. */
        PDF("a PDF file. Send the table as .xlsx"),
        /** It is a text of a word processor, be there tables in it. */
        WORD("a document of Word or the like. Copy its table into a workbook, send that as .xlsx"),
        /** It is of another program, or of a kind that Excel reads and this program does not. */
        OTHER_OFFICE("a file of another office program. Save it as .xlsx"),
        /** It is of Excel 95 or older. */
        OLD_WORKBOOK("a workbook of Excel 95 or older. Save it as .xlsx"),
        /** It is a page of the web, called a workbook. */
        WEB_PAGE("a web page or XML, whatever its name says. Open it in Excel, save it as .xlsx"),
        /** It is a picture. */
        PICTURE("a picture. Send the table itself, as .xlsx"),
        /** It is packed, but not as .zip. */
        PACKED("a packed file that is no .zip. Pack it as .zip, or send what is in it");

        private final String told;

        Why(String told) {
            this.told = told;
        }
    }

    private final Why why;

    /** A file, with why and what to do in its own words. */
    public Unreadable(Why why) {
        super(why.told);
        this.why = why;
    }

    /** A file, with what is wrong and what to do, in few words. */
    public Unreadable(Why why, String message) {
        super(message);
        this.why = why;
    }

    /** Why it is unreadable. */
    public Why why() {
        return why;
    }

    /** What the reason does not say yet; may be empty. */
    public String detail() {
        return getMessage().equals(why.told) ? "" : getMessage();
    }
}
