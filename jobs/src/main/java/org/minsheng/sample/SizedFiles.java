package org.minsheng.sample;

import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes the files of a number: one with the figures of a part of the counties and years, and one with the corrections of these. */
final class SizedFiles implements Serializable {
    private final Size size;
    private final SizedFigures figures;
    /** The landing folder, as text: paths are not serializable. */
    private final String landing;

    /** What was written. */
    record Written(long files, long rows, long bytes, long corrections) implements Serializable {
        static final Written NOTHING = new Written(0, 0, 0, 0);

        Written and(Written other) {
            return new Written(
                    files + other.files, rows + other.rows, bytes + other.bytes, corrections + other.corrections);
        }
    }

    SizedFiles(Size size, SizedFigures figures, Path landing) {
        this.size = size;
        this.figures = figures;
        this.landing = landing.toString();
    }

    /** Writes them; each is there as a whole or not at all. */
    Written write(int file) throws IOException {
        Written sent = write(file, false);
        return size.corrections() > 0 ? sent.and(write(file, true)) : sent;
    }

    private Written write(int file, boolean corrections) throws IOException {
        String name = SizedFolder.file(file, size.format());
        Path to = Path.of(landing, corrections ? SizedFolder.CORRECTED : SizedFolder.RECEIVED, name);
        Path part = SizedFolder.part(to);
        try {
            long rows = 0;
            long values = 0;
            List<SizedSeries> series = SizedSeries.all(size.indicators());
            try (SizedTable table = SizedTable.open(size, series, part)) {
                for (long row = size.start(file); row < size.start(file + 1); row++) {
                    List<BigDecimal> cells = cells(series, row, corrections);
                    long found = cells.stream().filter(Objects::nonNull).count();
                    if (found > 0) {
                        rows += table.add(county(row), year(row), cells);
                        values += found;
                    }
                }
            }
            if (rows == 0) {
                return Written.NOTHING;
            }
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Written(1, rows, Files.size(to), corrections ? values : 0);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private List<BigDecimal> cells(List<SizedSeries> series, long row, boolean corrections) {
        int county = county(row);
        int year = year(row);
        List<BigDecimal> cells = new ArrayList<>(series.size());
        for (SizedSeries one : series) {
            if (!corrections) {
                cells.add(figures.value(one, county, year));
            } else if (figures.isCorrected(one, county, year, size.corrections())) {
                cells.add(figures.correction(one, county, year));
            } else {
                cells.add(null);
            }
        }
        return cells;
    }

    private int county(long row) {
        return (int) (row / size.years());
    }

    private int year(long row) {
        return size.first() + (int) (row % size.years());
    }
}
