package org.minsheng.parse.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A .zip of files of tables, of which each is a table of its own. */
public final class Archive implements AutoCloseable {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final ZipFile zip;
    private final long most;
    private long unpacked;

    private Archive(ZipFile zip, long most) {
        this.zip = zip;
        this.most = most;
    }

    /**
     * Whether a file may be one, from how it starts: the first part of a workbook has one of a few names.
     *
     * @param start some hundred bytes
     */
    public static boolean mayBe(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return text.startsWith("PK\u0003\u0004")
                && text.length() > 30
                && !text.startsWith("[Content_Types].xml", 30)
                && !text.startsWith("mimetype", 30);
    }

    /** The archive that a file is; null where it is a workbook or a document. */
    public static Archive open(Path file) throws Unreadable {
        return open(file, Limits.UNPACKED);
    }

    /** The same, of which at most so many bytes are unpacked. */
    static Archive open(Path file, long most) throws Unreadable {
        ZipFile zip = null;
        try {
            zip = named(file);
            boolean isDocument = zip.getEntry("[Content_Types].xml") != null || zip.getEntry("mimetype") != null;
            if (!isDocument) {
                return new Archive(zip, most);
            }
            zip.close();
            return null;
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /** What is wrong with a file that is packed as .zip. */
    static Unreadable damaged(IOException e) {
        boolean isLocked =
                e instanceof ZipException && String.valueOf(e.getMessage()).contains("encrypted");
        return isLocked ? new Unreadable(Unreadable.Why.PROTECTED) : Xml.damaged(e);
    }

    /** Windows in China writes the names in GBK, and says so nowhere. */
    private static ZipFile named(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            return new ZipFile(file.toFile(), GB18030);
        }
    }

    /**
     * The names of its files, in their order; folders, and what nobody sent on purpose, are left out. A name is there as often as
     * it is in the .zip, though the last file of a name is all that can be unpacked.
     */
    public List<String> members() throws Unreadable {
        List<String> members = new ArrayList<>();
        for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
            if (!entry.isDirectory() && !LeftAlone.is(entry.getName())) {
                members.add(entry.getName());
            }
            if (members.size() > Limits.MEMBERS) {
                throw Limits.exceeded("files in a .zip", members.size(), Limits.MEMBERS);
            }
        }
        return members;
    }

    /**
     * Unpacks a file.
     *
     * @throws IOException if it is damaged
     * @throws Unreadable if it is too large
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public void copy(String member, Path to) throws IOException, Unreadable {
        ZipEntry entry = zip.getEntry(member);
        if (entry == null) {
            throw new IOException("there is no " + member + " in it");
        }
        CRC32 sum = new CRC32();
        try (InputStream in = Limits.counting(zip.getInputStream(entry), member, Limits.MEMBER)) {
            LocalCopy.write(new CheckedInputStream(in, sum), to);
            if (entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) { // which Java does not look at
                throw new IOException("its bytes are not those that were packed (CRC): pack it anew");
            }
        } catch (IOException e) {
            if (e.getCause() instanceof Unreadable told) {
                throw told;
            }
            throw e;
        }
        unpacked += to.toFile().length();
    }

    /**
     * Ends the unpacking of a .zip whose files are small enough each, and too much together.
     *
     * @throws Unreadable if so much was unpacked
     */
    public void checkUnpacked() throws Unreadable {
        if (unpacked > most) {
            throw Limits.exceeded("bytes of all files in a .zip", unpacked, most);
        }
    }

    @Override
    public void close() {
        Xml.closeQuietly(zip);
    }
}
