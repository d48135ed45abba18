package org.minsheng.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.minsheng.TestConf;
import org.minsheng.ingest.IngestRules;
import org.minsheng.parse.ParsedFile.Rejected;
import org.minsheng.run.Configuration;

/**
 * Changes real files at random: whatever comes of it, nothing breaks and each cell is accounted for. A long run:
 * {@code mvn test -Dtest=FuzzTest -Dfuzz.mutations=10000}.
 */
class FuzzTest {
    private static final long SEED = 20190716;
    private static final int MUTATIONS = Integer.getInteger("fuzz.mutations", 400);
    private static final int LARGEST = 40_000;
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String CHARACTERS = "0123456789.,-+%\u2030\u4E07 \n=@\u2460*\u5E02\u53BF\u5409\u6797\u2026/E";
    private static final FileParser PARSER = shipped();

    private static FileParser shipped() {
        Configuration conf = TestConf.shipped(Path.of("unused"));
        return IngestRules.of(
                        conf.catalogue(),
                        conf.regions(),
                        conf.layouts(),
                        conf.settings().timeZone())
                .parser();
    }

    @Test
    void noMutationBreaksTheReader() throws IOException {
        List<byte[]> files;
        try (Stream<Path> landing = Files.walk(TestConf.HOME.resolve("sample-data/landing"))) {
            files = landing.filter(Files::isRegularFile)
                    .sorted()
                    .map(FuzzTest::bytes)
                    .toList();
        }
        Random random = new Random(SEED);
        Map<String, Integer> outcomes = new LinkedHashMap<>();
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] file = files.get(random.nextInt(files.size()));
            byte[] mutant = mutate(file, random);
            Parsed parsed;
            try {
                parsed = Parsed.of(PARSER, mutant);
                parsed.assertReconciled();
                assertThat(parsed.rejected())
                        .as("what no reader foresaw shows as the name of an exception")
                        .noneMatch(r -> r.reason() == Reason.UNREADABLE_FILE
                                && r.detail().startsWith("java."));
                assertPlacesAreUnique(parsed);
            } catch (AssertionError | RuntimeException e) {
                Path kept = Files.write(Files.createTempFile("mutant", ".bin"), mutant);
                throw new AssertionError("mutation " + i + ", kept as " + kept, e);
            }
            outcomes.merge(
                    parsed.layout() == null ? parsed.rejected().get(0).reason().name() : "READ", 1, Integer::sum);
        }
        assertThat(outcomes)
                .as("mutants of more than one kind")
                .hasSizeGreaterThan(2)
                .containsKey("READ");
        System.out.println("mutants: " + outcomes);
    }

    private static void assertPlacesAreUnique(Parsed parsed) {
        Set<String> places = new HashSet<>();
        for (Rejected reject : parsed.rejected()) {
            assertThat(places.add(reject.sheet() + "!" + reject.cell()))
                    .as("%s", reject)
                    .isTrue();
        }
        Set<String> keys = new HashSet<>();
        parsed.observed()
                .forEach(o -> assertThat(keys.add(o.series() + o.refArea() + o.year()))
                        .isTrue());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] mutate(byte[] file, Random random) throws IOException {
        boolean zip = file.length > 4 && file[0] == 'P' && file[1] == 'K';
        boolean ole = file.length > 4 && file[0] == (byte) 0xD0;
        if (random.nextInt(6) == 0 || ole) {
            return changed(file, random);
        } else if (!zip) {
            String text = new String(file, GB18030);
            return changedText(text, 0, text.length(), random).getBytes(GB18030);
        }
        // Within the archive: its checksums stay right, so that the mutant gets far.
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        boolean cells = random.nextInt(4) > 0;
        List<String> names = entries.keySet().stream()
                .filter(n -> n.startsWith("xl/") && (!cells || n.contains("/sheet") || n.contains("sharedStrings")))
                .filter(n -> !cells || !n.endsWith(".rels"))
                .toList();
        String name = names.get(random.nextInt(names.size()));
        entries.computeIfPresent(
                name, (n, bytes) -> random.nextInt(8) == 0 ? changed(bytes, random) : values(bytes, random));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream to = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                to.putNextEntry(new ZipEntry(entry.getKey()));
                to.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }

    /** Changes what stands between tags or quotes of an XML part, so that it stays one. */
    private static byte[] values(byte[] bytes, Random random) {
        String xml = new String(bytes, StandardCharsets.UTF_8);
        for (int times = 1 + random.nextInt(20); times > 0; times--) {
            boolean attribute = random.nextInt(20) == 0;
            int from = xml.indexOf(attribute ? "=\"" : ">", random.nextInt(xml.length()));
            int to = from < 0 ? -1 : xml.indexOf(attribute ? "\"" : "<", from + (attribute ? 2 : 1));
            if (to > from + 1) {
                xml = changedText(xml, from + (attribute ? 2 : 1), to, random);
            }
        }
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    /** Changes characters of a text from one place to another. */
    private static String changedText(String text, int from, int to, Random random) {
        if (to <= from) {
            return text;
        }
        StringBuilder changed = new StringBuilder(text);
        int end = to;
        for (int times = 1 + random.nextInt(4); times > 0 && end > from; times--) {
            int at = from + random.nextInt(end - from);
            switch (random.nextInt(4)) {
                case 0 -> changed.setCharAt(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
                case 1 -> {
                    changed.deleteCharAt(at);
                    end--;
                }
                case 2 -> {
                    changed.insert(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
                    end++;
                }
                default -> {
                    char other = changed.charAt(from + random.nextInt(end - from));
                    changed.setCharAt(at, other);
                }
            }
        }
        return changed.toString();
    }

    private static byte[] changed(byte[] bytes, Random random) {
        byte[] changed = random.nextInt(8) == 0 && bytes.length > 0
                ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length))
                : bytes.clone();
        for (int times = 1 + random.nextInt(6); times > 0 && changed.length > 1; times--) {
            int at = random.nextInt(Math.min(changed.length, LARGEST));
            switch (random.nextInt(5)) {
                case 0 -> changed[at] = (byte) random.nextInt(256);
                case 1 -> changed[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> { // one piece over another
                    int length = Math.min(random.nextInt(64), changed.length - at);
                    System.arraycopy(changed, random.nextInt(changed.length - length + 1), changed, at, length);
                }
                case 3 -> changed[at] = (byte) ('0' + random.nextInt(10));
                default -> { // a piece taken out
                    int length = Math.min(random.nextInt(32), changed.length - at);
                    byte[] shorter = new byte[changed.length - length];
                    System.arraycopy(changed, 0, shorter, 0, at);
                    System.arraycopy(changed, at + length, shorter, at, shorter.length - at);
                    changed = shorter;
                }
            }
        }
        return changed;
    }
}
