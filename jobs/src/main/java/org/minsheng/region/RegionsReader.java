package org.minsheng.region;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.minsheng.conf.Level;
import org.minsheng.conf.Nearest;
import org.minsheng.conf.PlainText;
import org.minsheng.conf.Problem;
import org.minsheng.conf.Problems;

/** Reads {@code regions.csv} and checks that the regions form one tree with whole successions. */
public final class RegionsReader {
    private static final List<String> COLUMNS = List.of(
            "code",
            "name",
            "short_name",
            "level",
            "parent",
            "valid_from",
            "valid_to",
            "replaced_by",
            "tile_row",
            "tile_col",
            "population",
            "rural_population",
            "also_elsewhere",
            "aliases");

    /** Columns that may be left out. */
    private static final String PEER_GROUP = "peer_group";

    private static final String NAME_EN = "name_en";
    private static final String SHORT_NAME_EN = "short_name_en";

    /** What can stand in a file's name, in a cell and in a query alike. */
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]+([-.][0-9A-Z]+)*");

    private final String shown;
    private final Problems problems;

    private RegionsReader(String shown, Problems problems) {
        this.shown = shown;
        this.problems = problems;
    }

    /**
     * Reads the file, in UTF-8 or GB18030.
     *
     * @param file where it is
     * @param shown how messages name it
     * @param problems where mistakes go
     * @return of use only if there were no problems
     */
    public static Optional<Regions> read(Path file, String shown, Problems problems) {
        return new RegionsReader(shown, problems).readAll(file);
    }

    private Optional<Regions> readAll(Path file) {
        int before = problems.all().size();
        Map<String, Long> lines = new HashMap<>();
        List<Region> regions = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(PlainText.of(Files.readAllBytes(file)))) {
            for (NamedCsvRecord row : csv) {
                long line = row.getStartingLineNumber();
                List<String> missing =
                        COLUMNS.stream().filter(c -> row.findField(c).isEmpty()).toList();
                if (!missing.isEmpty()) {
                    problem(line, "the row lacks the column " + String.join(", ", missing), "");
                    return Optional.empty();
                }
                readRow(row).ifPresent(region -> {
                    if (lines.putIfAbsent(region.code(), line) != null) {
                        problem(line, "the code " + region.code() + " stands here a second time", "");
                    } else {
                        regions.add(region);
                    }
                });
            }
        } catch (CharacterCodingException e) {
            problems.add(new Problem(shown, 0, 0, "the file is text in neither UTF-8 nor GB18030", "Save it as UTF-8"));
            return Optional.empty();
        } catch (NoSuchFileException e) {
            problems.add(new Problem(shown, 0, 0, "the file does not exist", "Create it"));
            return Optional.empty();
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            problems.add(new Problem(shown, 0, 0, "the file cannot be read (" + e.getMessage() + ")", ""));
            return Optional.empty();
        }
        check(regions, lines);
        return problems.all().size() == before ? Optional.of(new Regions(regions)) : Optional.empty();
    }

    private Optional<Region> readRow(NamedCsvRecord row) {
        String code = row.getField("code");
        if (!CODE.matcher(code).matches()) {
            problem(
                    row.getStartingLineNumber(),
                    "'" + code + "' is not a code",
                    "Write capital letters from A to Z and digits, with a - or . only between them");
            return Optional.empty();
        }
        String level = row.getField("level");
        Optional<Level> known = Arrays.stream(Level.values())
                .filter(l -> l.word().equals(level))
                .findFirst();
        if (known.isEmpty()) {
            problem(
                    row.getStartingLineNumber(),
                    "'" + level + "' is not a level",
                    Nearest.remedy(
                            level,
                            Arrays.stream(Level.values()).map(Level::word).toList()));
            return Optional.empty();
        }
        return Optional.of(new Region(
                code,
                row.getField("name"),
                row.getField("short_name"),
                optional(row, NAME_EN),
                optional(row, SHORT_NAME_EN),
                known.get(),
                text(row, "parent"),
                number(row, "valid_from", Integer::valueOf),
                number(row, "valid_to", Integer::valueOf),
                text(row, "replaced_by"),
                number(row, "tile_row", Integer::valueOf),
                number(row, "tile_col", Integer::valueOf),
                number(row, "population", Long::valueOf),
                number(row, "rural_population", Long::valueOf),
                optional(row, PEER_GROUP),
                yes(row, "also_elsewhere"),
                Arrays.stream(row.getField("aliases").split(";"))
                        .map(alias ->
                                alias.replaceAll("[(\uFF08].*[)\uFF09]$", "").strip())
                        .filter(alias -> !alias.isEmpty())
                        .toList()));
    }

    private static String text(NamedCsvRecord row, String column) {
        String text = row.getField(column).strip();
        return text.isEmpty() ? null : text;
    }

    private static String optional(NamedCsvRecord row, String column) {
        return row.findField(column)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    private boolean yes(NamedCsvRecord row, String column) {
        String text = text(row, column);
        if (text != null && !text.equals("yes")) {
            problem(row.getStartingLineNumber(), "'" + text + "' in the column " + column + " is not 'yes'", "");
        }
        return text != null;
    }

    private <N> N number(NamedCsvRecord row, String column, Function<String, N> parse) {
        String text = text(row, column);
        try {
            return text == null ? null : parse.apply(text);
        } catch (NumberFormatException e) {
            problem(
                    row.getStartingLineNumber(),
                    "'" + text + "' in the column " + column + " is not a whole number",
                    "Write it in plain digits");
            return null;
        }
    }

    private void check(List<Region> regions, Map<String, Long> lines) {
        Map<String, Region> byCode = new HashMap<>();
        regions.forEach(region -> byCode.put(region.code(), region));
        for (Region region : regions) {
            long line = lines.get(region.code());
            if (region.parent() == null) {
                if (region.level() != Level.PROVINCE) {
                    problem(line, region.name() + " has no parent", "Only the province has none");
                }
            } else if (!byCode.containsKey(region.parent())) {
                problem(
                        line,
                        "the parent " + region.parent() + " is not in the file",
                        Nearest.remedy(region.parent(), byCode.keySet()));
            } else if (byCode.get(region.parent()).level().compareTo(region.level()) <= 0) {
                problem(line, "the parent " + region.parent() + " is not of a higher level", "");
            }
            if (region.replacedBy() != null && !ends(region, byCode)) {
                problem(line, "the succession of " + region.code() + " does not end in a code of this file", "");
            }
        }
        if (regions.stream().filter(r -> r.level() == Level.PROVINCE).count() != 1) {
            problems.add(new Problem(shown, 0, 0, "there has to be exactly one province", ""));
        }
    }

    private static boolean ends(Region region, Map<String, Region> byCode) {
        Region last = region;
        for (int i = 0; i < byCode.size() && last != null; i++) {
            if (last.replacedBy() == null) {
                return true;
            }
            last = byCode.get(last.replacedBy());
        }
        return false;
    }

    private void problem(long line, String what, String remedy) {
        problems.add(new Problem(shown, (int) line, 1, what, remedy));
    }
}
