package org.minsheng.sample;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.minsheng.report.book.ReproducibleZip;

/** A file of synthetic figures that is written row by row, so that one of any length fits; the same rows give the same bytes. */
interface SizedTable extends Closeable {
    /** A title and the names of the columns. */
    int HEADER_ROWS = 2;

    String TITLE = "合成样例数据 Synthetic data";
    String COUNTY = "县(市、区)";
    String YEAR = "年份";

    /** Adds the figures of a county and year, in the order of the series, null where there is none; returns how many rows they are. */
    int add(int county, int year, List<BigDecimal> values) throws IOException;

    /** Begins one. */
    static SizedTable open(Size size, List<SizedSeries> series, Path file) throws IOException {
        return switch (size.format()) {
            case canonical -> new Canonical(series, Files.newBufferedWriter(file));
            case csv -> new Wide(size, series, Files.newBufferedWriter(file));
            case xlsx -> new Book(size, series, file);
        };
    }

    /** One figure in a row, by codes. */
    final class Canonical implements SizedTable {
        private final List<SizedSeries> series;
        private final BufferedWriter to;

        private Canonical(List<SizedSeries> series, BufferedWriter to) throws IOException {
            this.series = series;
            this.to = to;
            to.write("series,ref_area,time_period,obs_value,obs_status\n");
        }

        @Override
        public int add(int county, int year, List<BigDecimal> values) throws IOException {
            int rows = 0;
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) != null) {
                    to.write(series.get(i).id() + "," + SizedConfiguration.county(county) + "," + year + ","
                            + values.get(i).toPlainString() + ",A\n");
                    rows++;
                }
            }
            return rows;
        }

        @Override
        public void close() throws IOException {
            to.close();
        }
    }

    /** A county and year in a row, as text. */
    final class Wide implements SizedTable {
        private final Size size;
        private final BufferedWriter to;

        private Wide(Size size, List<SizedSeries> series, BufferedWriter to) throws IOException {
            this.size = size;
            this.to = to;
            to.write(TITLE + "\n" + COUNTY + "," + YEAR + ","
                    + series.stream().map(SizedSeries::zh).collect(Collectors.joining(",")) + "\n");
        }

        @Override
        public int add(int county, int year, List<BigDecimal> values) throws IOException {
            to.write(SizedConfiguration.name(size, county) + "," + year);
            for (BigDecimal value : values) {
                to.write(value == null ? "," : "," + value.toPlainString());
            }
            to.write("\n");
            return 1;
        }

        @Override
        public void close() throws IOException {
            to.close();
        }
    }

    /** A county and year in a row, as a workbook. */
    final class Book implements SizedTable {
        private static final int ROWS_IN_MEMORY = 100;
        private static final Date MADE = Date.from(Instant.parse("2026-01-01T00:00:00Z"));

        private final Size size;
        private final Path file;
        private final SXSSFWorkbook book;
        private final Sheet sheet;
        private int rows;

        private Book(Size size, List<SizedSeries> series, Path file) {
            this.size = size;
            this.file = file;
            XSSFWorkbook frame = new XSSFWorkbook();
            frame.getProperties().getCoreProperties().setCreated(Optional.of(MADE));
            frame.getProperties().getCoreProperties().setModified(Optional.of(MADE));
            book = new SXSSFWorkbook(frame, ROWS_IN_MEMORY);
            sheet = book.createSheet("合成");
            sheet.createRow(rows++).createCell(0).setCellValue(TITLE);
            Row header = sheet.createRow(rows++);
            header.createCell(0).setCellValue(COUNTY);
            header.createCell(1).setCellValue(YEAR);
            for (int i = 0; i < series.size(); i++) {
                header.createCell(i + 2).setCellValue(series.get(i).zh());
            }
        }

        @Override
        public int add(int county, int year, List<BigDecimal> values) {
            Row row = sheet.createRow(rows++);
            row.createCell(0).setCellValue(SizedConfiguration.name(size, county));
            row.createCell(1).setCellValue(year);
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) != null) {
                    row.createCell(i + 2).setCellValue(values.get(i).doubleValue());
                }
            }
            return 1;
        }

        @Override
        public void close() throws IOException {
            Path zip = Files.createTempFile("synthetic", ".xlsx");
            try (SXSSFWorkbook whole = book) {
                try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(zip))) {
                    whole.write(to);
                }
                try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
                    ReproducibleZip.repack(zip.toFile(), to);
                }
            } finally {
                Files.deleteIfExists(zip);
            }
        }
    }
}
