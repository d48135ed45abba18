package org.minsheng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a folder of outputs, whatever happens. */
class OutputFolderTest {
    private static final byte[] OLD = "old".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "new and longer".getBytes(StandardCharsets.UTF_8);
    private static final Instant MONDAY = Instant.parse("2026-06-29T00:00:00Z");

    @TempDir
    Path root;

    private OutputFolder folder() {
        return new OutputFolder(root.toString(), new Configuration());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** A file system that is not local, and has room for nothing. */
    public static final class Full extends Far {
        @Override
        public URI getUri() {
            return URI.create("full:///");
        }

        @Override
        public FSDataOutputStream create(
                org.apache.hadoop.fs.Path path,
                FsPermission permission,
                boolean overwrite,
                int buffer,
                short replication,
                long block,
                Progressable progress)
                throws IOException {
            return create(path, overwrite, buffer, replication, block, progress);
        }

        @Override
        public FSDataOutputStream create(
                org.apache.hadoop.fs.Path path,
                boolean overwrite,
                int buffer,
                short replication,
                long block,
                Progressable progress)
                throws IOException {
            OutputStream out = Files.newOutputStream(Path.of(path.toUri().getPath()));
            return new FSDataOutputStream(
                    new OutputStream() {
                        @Override
                        public void write(int b) throws IOException {
                            throw new IOException("No space left on device");
                        }

                        @Override
                        public void close() throws IOException {
                            out.close();
                        }
                    },
                    null);
        }
    }

    /** A file system that is not local. */
    public static class Far extends RawLocalFileSystem {
        @Override
        public URI getUri() {
            return URI.create("far:///");
        }
    }

    /** The same, for those who ask for renames that overwrite. */
    public static final class FarContext extends DelegateToFileSystem {
        /** As Hadoop makes it. */
        public FarContext(URI uri, Configuration hadoop) throws IOException, URISyntaxException {
            super(uri, new Far(), hadoop, "far", false);
        }
    }

    @Test
    void onOtherFileSystemsToo() throws IOException {
        Configuration hadoop = new Configuration();
        hadoop.set("fs.far.impl", Far.class.getName());
        hadoop.set("fs.AbstractFileSystem.far.impl", FarContext.class.getName());
        OutputFolder far = new OutputFolder("far://" + root, hadoop);
        assertThat(far.read("a/b.xlsx")).isEmpty();
        assertThat(far.put("a/b.xlsx", OLD)).isTrue();
        assertThat(far.put("a/b.xlsx", OLD)).isFalse();
        assertThat(far.put("a/b.xlsx", NEW)).isTrue();
        assertThat(far.read("a/b.xlsx")).isEqualTo(NEW);
        assertThat(files()).containsExactly("a/b.xlsx");
        far.remove("a/b.xlsx");
        assertThat(files()).isEmpty();
    }

    @Test
    void aChangedFileTakesThePlaceOfTheOldOneAndAnUnchangedOneIsLeftAlone() throws IOException {
        assertThat(folder().put("a/b.xlsx", OLD)).isTrue();
        Path file = root.resolve("a/b.xlsx");
        Files.setLastModifiedTime(file, FileTime.from(MONDAY));
        assertThat(folder().put("a/b.xlsx", OLD)).isFalse();
        assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(MONDAY);
        assertThat(folder().put("a/b.xlsx", NEW)).isTrue();
        assertThat(Files.readAllBytes(file)).isEqualTo(NEW);
        assertThat(files()).containsExactly("a/b.xlsx"); // nothing beside it, checksums neither
    }

    @Test
    void aFileIsKnownByWhereItIs() throws IOException {
        folder().put("2-县 区/农安 县%20.xlsx", OLD);
        String location = folder().location("2-县 区/农安 县%20.xlsx");
        assertThat(folder().states()).containsOnlyKeys(location);
        String before = folder().fingerprint();
        Files.setLastModifiedTime(root.resolve("2-县 区/农安 县%20.xlsx"), FileTime.from(MONDAY));
        assertThat(folder().states()).containsEntry(location, OLD.length + "|" + MONDAY.toEpochMilli());
        assertThat(folder().fingerprint()).isNotEqualTo(before);
    }

    @Test
    void whereThereIsNoRoomTheOldFileStaysAndNothingIsLeftBeside() throws IOException {
        folder().put("b.xlsx", OLD);
        Configuration hadoop = new Configuration();
        hadoop.set("fs.full.impl", Full.class.getName());
        OutputFolder full = new OutputFolder("full://" + root, hadoop);
        assertThatThrownBy(() -> full.put("b.xlsx", NEW))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("b.xlsx")
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("Is there room");
        assertThat(files()).containsExactly("b.xlsx");
        assertThat(Files.readAllBytes(root.resolve("b.xlsx"))).isEqualTo(OLD);
    }

    @Test
    void aFolderThatCannotBeIsTold() throws IOException {
        Files.write(root.resolve("a"), OLD);
        assertThatThrownBy(() -> folder().put("a/b.xlsx", NEW))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot write")
                .hasMessageContaining("a/b.xlsx");
        assertThat(files()).containsExactly("a");
    }

    @Test
    void whatAKilledTaskLeftIsRemovedAndNothingElse() throws IOException {
        folder().put("a/b.xlsx", OLD);
        Files.write(root.resolve("a/.b.xlsx.1234.part"), NEW);
        Files.write(root.resolve(".manifest.json.1234.part"), NEW);
        folder().removeParts();
        assertThat(files()).containsExactly("a/b.xlsx");
    }

    @Test
    void noNameLeadsOutOfTheFolder() {
        assertThatThrownBy(() -> folder().remove("../secret"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not below the folder of outputs");
    }
}
