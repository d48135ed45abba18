package org.minsheng.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.PlainText;
import org.minsheng.parse.file.LeftAlone;
import org.minsheng.storage.InputFolder;
import org.minsheng.storage.Sha256;

/**
 * The folder into which the offices' files arrive, as it is at a moment.
 *
 * @param arrivals the files, by path
 */
public record Landing(List<Arrival> arrivals) {
    /** A text in the landing folder with what has to be said wherever its data are shown. */
    private static final String NOTICE = "_NOTICE.txt";

    private static final int LONGEST_NOTICE = 1 << 16;

    /**
     * A file as it lies there.
     *
     * @param uri where it is
     * @param file path below the landing folder
     * @param size bytes
     * @param modifiedAt last change
     * @param receivedAt the start of the local day that its folder is named after, else its last change
     * @param notice what has to be said wherever its data are shown, null where nothing has
     * @param failure why it cannot be opened, null where that is still to be seen
     */
    public record Arrival(
            String uri, String file, long size, Instant modifiedAt, Instant receivedAt, String notice, String failure)
            implements Serializable {
        /** What lies in it under a name. */
        Arrival member(String name, long bytes) {
            return new Arrival(uri, file + "!" + name, bytes, modifiedAt, receivedAt, notice, failure);
        }

        /** The same, received at another instant: the one that was noted before. */
        Arrival received(Instant instant) {
            return new Arrival(uri, file, size, modifiedAt, instant, notice, failure);
        }
    }

    /** Changes with the name, size, and time of change of any file, and with the notice. */
    public String fingerprint() {
        return Sha256.of(arrivals.stream()
                .map(a -> a.file() + "|" + a.size() + "|" + a.modifiedAt() + "|" + a.notice() + "|" + a.failure())
                .collect(Collectors.joining("\n")));
    }

    /**
     * Looks into the folder. Hidden files and folders, the lock files of office programs, what Windows leaves in folders, and
     * previews, are left out; what cannot be looked into is there with the reason.
     *
     * @param zone where the days that folders are named after begin
     * @throws ConfException if the folder does not exist or this user may not list it
     * @throws IOException if it cannot be listed for another reason; names it
     */
    public static Landing list(String folder, ZoneId zone, Configuration hadoop) throws IOException {
        List<InputFolder.Found> all = InputFolder.list(folder, hadoop);
        Notice notice = notice(all, hadoop);
        List<Arrival> arrivals = new ArrayList<>();
        for (InputFolder.Found found : all) {
            String failure = found.file().equals(NOTICE) ? notice.failure() : found.failure();
            if (failure != null && found.file().equals(NOTICE) || !LeftAlone.is(found.file())) {
                arrivals.add(new Arrival(
                        found.uri(),
                        found.file(),
                        found.size(),
                        found.modifiedAt(),
                        ReceiptDay.of(found.file(), zone).orElse(found.modifiedAt()),
                        notice.text(),
                        failure));
            }
        }
        arrivals.sort(Comparator.comparing(Arrival::file));
        return new Landing(List.copyOf(arrivals));
    }

    /** The notice, null where there is none; and why it cannot be read, null where it can. */
    private record Notice(String text, String failure) {}

    private static Notice notice(List<InputFolder.Found> all, Configuration hadoop) {
        Optional<InputFolder.Found> file =
                all.stream().filter(found -> found.file().equals(NOTICE)).findFirst();
        if (file.isEmpty()) {
            return new Notice(null, null);
        } else if (file.get().failure() != null) {
            return new Notice(null, file.get().failure());
        }
        try (InputStream in = InputFolder.open(file.get().uri(), hadoop)) {
            byte[] bytes = in.readNBytes(LONGEST_NOTICE + 1);
            return bytes.length > LONGEST_NOTICE
                    ? new Notice(null, "a notice is a text of at most " + LONGEST_NOTICE + " bytes")
                    : new Notice(PlainText.of(bytes).strip(), null);
        } catch (CharacterCodingException e) {
            return new Notice(null, "the notice is text in neither UTF-8 nor GB18030");
        } catch (IOException | RuntimeException e) {
            return new Notice(null, InputFolder.why(e));
        }
    }

    /** The files that do not count yet, as the day that their folder is named after is still to come. */
    public List<String> toCome(Instant now) {
        return odd(now, ReceiptDay.Odd.TO_COME);
    }

    /** The files in a folder that looks like a day, and is none: they count from the day of their last change. */
    public List<String> ofNoDay(Instant now) {
        return odd(now, ReceiptDay.Odd.NO_DAY);
    }

    private List<String> odd(Instant now, ReceiptDay.Odd what) {
        return arrivals.stream()
                .filter(arrival -> ReceiptDay.odd(arrival, now).equals(Optional.of(what)))
                .map(Arrival::file)
                .toList();
    }
}
