package org.minsheng.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import org.minsheng.parse.file.Archive;
import org.minsheng.parse.file.Unreadable;
import org.minsheng.storage.Sha256;

/** The files in a .zip that was received: each is a submission of its own, under the .zip's path, ! and its name. */
final class Members {

    private Members() {}

    /** A .zip and the files in it; alone, as a table, where it turns out to be a workbook. */
    static List<Received> of(Received zip, Path copy) throws IOException, Unreadable {
        try (Archive archive = Archive.open(copy)) {
            if (archive == null) {
                return List.of(new Received(zip.arrival(), zip.id(), Received.Kind.TABLE, null));
            }
            List<Received> all = new ArrayList<>(List.of(zip));
            for (String member : archive.members()) {
                Path file = Files.createTempFile("minsheng", ".member");
                try {
                    archive.copy(member, file);
                    all.add(received(zip, member, file));
                } finally {
                    delete(file);
                }
            }
            return all;
        }
    }

    private static Received received(Received zip, String member, Path file) throws IOException {
        try (DigestInputStream in = Sha256.reading(Files.newInputStream(file))) {
            byte[] start = in.readNBytes(AsReceived.START);
            in.transferTo(OutputStream.nullOutputStream());
            Received.Kind kind = LandedFiles.kind(start);
            Received found =
                    new Received(zip.arrival().member(member, Files.size(file)), Sha256.of(in), kind, null, member);
            if (found.canonical()) {
                kind = Received.Kind.CANONICAL_IN_ZIP;
            } else if (kind == Received.Kind.ARCHIVE) {
                kind = Received.Kind.TABLE; // a .zip in a .zip is not opened
            }
            return new Received(found.arrival(), found.id(), kind, null, member);
        }
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

    static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
