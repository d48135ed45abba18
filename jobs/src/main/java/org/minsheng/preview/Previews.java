package org.minsheng.preview;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.Language;
import org.minsheng.conf.OneLine;
import org.minsheng.conf.Texts;
import org.minsheng.ingest.AsReceived;
import org.minsheng.parse.FileParser;
import org.minsheng.parse.ParsedFile.Rejected;
import org.minsheng.parse.Reason;
import org.minsheng.parse.file.Archive;
import org.minsheng.parse.file.Unreadable;
import org.minsheng.report.Words;

/** Shows what would become of a file, or of each of the files in a .zip, as a workbook and as lines for the terminal. */
public final class Previews {
    private final FileParser parser;
    private final Catalogue catalogue;
    private final Texts texts;
    private final Texts reasons;
    private final int year;

    /**
     * Previews by rules.
     *
     * @param year in which the files are received
     */
    public Previews(FileParser parser, Catalogue catalogue, Language language, int year) {
        this.parser = parser;
        this.catalogue = catalogue;
        this.reasons = Words.in(language, catalogue.policy().levels());
        this.texts = reasons.of("org.minsheng.preview.texts");
        this.year = year;
    }

    /**
     * Reads a file and writes its preview.
     *
     * @param out where the workbook goes; one that is there is written over
     * @return what there is to tell
     * @throws ConfException if there is no such file
     */
    public List<String> write(Path file, Path out) throws IOException {
        List<Preview> previews = of(file);
        Path part = out.toAbsolutePath().resolveSibling("." + UUID.randomUUID() + ".part");
        try {
            try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(part))) {
                PreviewBook.write(previews, texts, reasons, bytes);
            }
            Files.move(part, out.toAbsolutePath(), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        List<String> lines = new ArrayList<>();
        previews.forEach(preview -> lines.addAll(new PreviewWords(texts, reasons).of(preview, catalogue)));
        if (catalogue.series().isEmpty()) {
            lines.add(texts.get("no-series"));
        }
        lines.add(OneLine.of(texts.get("written", out)));
        return lines;
    }

    /** The preview of a file, or those of the files in it. */
    List<Preview> of(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ConfException(file.toString(), "there is no such file", "");
        }
        String name = file.getFileName().toString();
        try (Archive archive = archive(file)) {
            if (archive == null) {
                return List.of(of(file, name, ""));
            }
            List<Preview> previews = new ArrayList<>();
            for (String member : new LinkedHashSet<>(archive.members())) {
                previews.add(of(archive, member, name + "!" + member));
                archive.checkUnpacked();
            }
            return previews;
        } catch (Unreadable e) {
            throw new ConfException(file.toString(), e.getMessage(), "");
        }
    }

    /** Of a file in a .zip; one that is damaged or too large is refused alone, as a run does it. */
    private Preview of(Archive archive, String member, String name) throws IOException {
        Path copy = Files.createTempFile("minsheng", ".member");
        try {
            try {
                archive.copy(member, copy);
            } catch (Unreadable e) {
                return Preview.refused(name, FileParser.whole(e));
            } catch (IOException e) {
                return Preview.refused(
                        name, new Rejected("", "", "", 0, Reason.UNREADABLE_FILE, String.valueOf(e.getMessage())));
            }
            return of(copy, name, ".in-zip");
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private Preview of(Path file, String name, String where) throws IOException {
        return switch (AsReceived.kind(start(file))) {
            case TABLE -> Preview.of(parser, file, name, year);
            case CANONICAL -> Preview.other(name, "canonical" + where);
            case WITHDRAWAL -> Preview.other(name, "withdrawal");
        };
    }

    private static byte[] start(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(AsReceived.START);
        }
    }

    private static Archive archive(Path file) throws IOException, Unreadable {
        return Archive.mayBe(start(file)) ? Archive.open(file) : null;
    }
}
