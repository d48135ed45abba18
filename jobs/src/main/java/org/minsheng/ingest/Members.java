package org.minsheng.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.minsheng.parse.FileParser;
import org.minsheng.parse.ParsedFile.Rejected;
import org.minsheng.parse.Reason;
import org.minsheng.parse.file.Archive;
import org.minsheng.parse.file.LocalCopy;
import org.minsheng.parse.file.Unreadable;
import org.minsheng.storage.InputFolder;
import org.minsheng.storage.Sha256;

/** The files in a .zip that was received: each is a submission of its own, under the .zip's path, ! and its name. */
final class Members {

    private Members() {}

    /**
     * A .zip and the files in it, those that cannot be unpacked with the reason; alone, as a table, where it turns out to be a
     * workbook.
     *
     * @throws Unreadable if nothing in it can be read
     */
    static List<Received> of(Received zip, Path copy) throws Unreadable {
        try (Archive archive = Archive.open(copy)) {
            if (archive == null) {
                return List.of(new Received(zip.arrival(), zip.id(), Received.Kind.TABLE, null));
            }
            List<Received> all = new ArrayList<>(List.of(zip));
            Map<String, Integer> times = new HashMap<>();
            for (String member : archive.members()) {
                int time = times.merge(member, 1, Integer::sum);
                all.add(time == 1 ? received(zip, archive, member) : sameName(zip, member, time));
                archive.checkUnpacked();
            }
            return all;
        }
    }

    private static Received received(Received zip, Archive archive, String member) {
        Path file = LocalCopy.temporary();
        try {
            archive.copy(member, file);
            return received(zip, member, file);
        } catch (Unreadable e) {
            return refused(zip, member, FileParser.whole(e));
        } catch (IOException e) {
            return refused(zip, member, rejected(Reason.UNREADABLE_FILE, InputFolder.why(e)));
        } finally {
            LocalCopy.delete(file);
        }
    }

    private static Received received(Received zip, String member, Path file) {
        try (DigestInputStream in = Sha256.reading(Files.newInputStream(file))) {
            byte[] start = in.readNBytes(AsReceived.START);
            in.transferTo(OutputStream.nullOutputStream());
            Landing.Arrival arrival = zip.arrival().member(member, Files.size(file));
            Received.Kind kind = LandedFiles.kind(start);
            if (new Received(arrival, "", kind, null).canonical()) { // Spark does not read from a .zip
                Rejected canonical = rejected(Reason.CANONICAL_IN_ZIP, "");
                return new Received(arrival, Sha256.of(in), Received.Kind.TABLE, null, member, canonical);
            } else if (kind == Received.Kind.ARCHIVE) {
                kind = Received.Kind.TABLE; // a .zip in a .zip is not opened
            }
            return new Received(arrival, Sha256.of(in), kind, null, member, null);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a temporary file", e);
        }
    }

    /** Under a name of its own, as a name is that of one submission. */
    private static Received sameName(Received zip, String member, int time) {
        return refused(zip, member + " (" + time + ")", rejected(Reason.SAME_NAME_IN_ZIP, ""));
    }

    /** A file of which the bytes are not known: as long as those of its .zip are the same, so are they. */
    private static Received refused(Received zip, String member, Rejected why) {
        String id = Sha256.of(zip.content() + "!" + member);
        return new Received(zip.arrival().member(member, 0), id, Received.Kind.TABLE, null, member, why);
    }

    private static Rejected rejected(Reason reason, String detail) {
        return new Rejected("", "", "", 0, reason, detail);
    }

    /** Unpacks a file; false where it is no longer what was found. */
    static boolean copy(Received received, Path zip, Path to) throws IOException {
        try (Archive archive = Archive.open(zip)) {
            if (archive == null) {
                return false;
            }
            archive.copy(received.member(), to);
            try (InputStream file = Files.newInputStream(to);
                    DigestInputStream in = Sha256.reading(file)) {
                in.transferTo(OutputStream.nullOutputStream());
                return Sha256.of(in).equals(received.content());
            }
        } catch (Unreadable e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
