package org.minsheng.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.minsheng.TestConf;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Language;
import org.minsheng.conf.LevelNames;
import org.minsheng.lake.ContributionTable;
import org.minsheng.lake.ConvergenceTable;
import org.minsheng.lake.EquityTable;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.ScoreTable;
import org.minsheng.report.Facts.Kind;
import org.minsheng.report.book.BookWriter;
import org.minsheng.run.Configuration;

/** Rows behind a workbook, and the workbook that follows from them; none of it needs Spark. */
class WorkbookFixture {
    static final Configuration CONF = TestConf.jilin();
    static final AsOf DAY = new AsOf(Instant.parse("2026-06-30T00:00:00Z"), ZoneOffset.UTC);
    static final String WATER = "30.2";

    /** A row behind the workbook. */
    record Fact(Kind kind, org.apache.spark.sql.Row row) {}

    private static final StructType HISTORY = new StructType(
            FactRows.HISTORY.stream().map(ProgressTable.TABLE.schema()::apply).toArray(StructField[]::new));

    final List<Fact> facts = new ArrayList<>();
    final Map<Kind, StructType> schemas = new HashMap<>(Map.of(
            Kind.PROGRESS, ProgressTable.TABLE.schema(),
            Kind.PROJECTION, ProjectionTable.TABLE.schema(),
            Kind.REJECT, RejectTable.TABLE.schema(),
            Kind.EQUITY, EquityTable.TABLE.schema(),
            Kind.CONVERGENCE, ConvergenceTable.TABLE.schema(),
            Kind.CONTRIBUTION, ContributionTable.TABLE.schema(),
            Kind.SCORE, ScoreTable.TABLE.schema(),
            Kind.PLACE, ScoreTable.TABLE.schema()));

    /** Of years before a region's latest there are the columns only that a night gathers. */
    void fact(Kind kind, Fields fields) {
        org.apache.spark.sql.Row row = fields.in(schemas.get(kind));
        boolean isHistory = kind == Kind.PROGRESS && Boolean.FALSE.equals(row.getAs(ProgressTable.LATEST));
        facts.add(isHistory ? new Fact(Kind.HISTORY, fields.in(HISTORY)) : new Fact(kind, row));
    }

    static Timestamp day(String day) {
        return Timestamp.from(Instant.parse(day + "T00:00:00Z"));
    }

    Fields progress(String region, String level, int year, Double value, String status) {
        Fields row = new Fields()
                .put(ProgressTable.INDICATOR, WATER)
                .put(ProgressTable.REF_AREA, region)
                .put(ProgressTable.TIME_PERIOD, year)
                .put(ProgressTable.REGION_LEVEL, level)
                .put(ProgressTable.OBS_VALUE, value)
                .put(ProgressTable.VALUE_IS, ProgressTable.VALUE)
                .put(ProgressTable.REPORTED_DIFFERS, false)
                .put(ProgressTable.REGIONS_REPORTING, 1)
                .put(ProgressTable.REGIONS_EXPECTED, 1)
                .put(ProgressTable.TARGET_VALUE, 90.0)
                .put(ProgressTable.DEADLINE, 2025)
                .put(ProgressTable.BASE_PERIOD, 2018)
                .put(ProgressTable.GAP, value == null ? null : (Double) (value - 90))
                .put(ProgressTable.NEEDED_CHANGE, value == null || value >= 90 ? null : (Double) (90 - value))
                .put(ProgressTable.PEERS, 1)
                .put(ProgressTable.PROVISIONAL, false)
                .put(ProgressTable.STATUS, status)
                .put(ProgressTable.REASON, value == null ? ProgressTable.NOT_REPORTED : null)
                .put(ProgressTable.LATEST, true);
        fact(Kind.PROGRESS, row);
        return row;
    }

    /** What is projected of the county of {@link #county()}. */
    Fields projection(int year, Double value, Double chance, Integer reached) {
        return new Fields()
                .put(ProjectionTable.INDICATOR, WATER)
                .put(ProjectionTable.REF_AREA, "220122")
                .put(ProjectionTable.TIME_PERIOD, year)
                .put(ProjectionTable.REGION_LEVEL, "county")
                .put(ProjectionTable.OBS_VALUE, value)
                .put(ProjectionTable.CHANCE, chance)
                .put(ProjectionTable.REACHED_IN, reached)
                .put(ProjectionTable.POINTS, 8);
    }

    XSSFWorkbook workbook(Language language, Scope.Kind kind, String id) throws IOException {
        return workbook(Edition.ANNEX, language, kind, id);
    }

    XSSFWorkbook workbook(Edition edition, Language language, Scope.Kind kind, String id) throws IOException {
        Scope scope =
                Scope.all(CONF.catalogue(), CONF.regions(), Words.in(Language.ZH, LevelNames.usualOnes())).stream()
                        .filter(s -> s.kind() == kind && s.id().equals(id))
                        .findFirst()
                        .orElseThrow();
        Map<Kind, List<org.apache.spark.sql.Row>> rows = facts.stream()
                .collect(Collectors.groupingBy(Fact::kind, Collectors.mapping(Fact::row, Collectors.toList())));
        Books books = new Books(CONF.catalogue(), CONF.regions(), language, DAY);
        return new XSSFWorkbook(new ByteArrayInputStream(
                BookWriter.write(books.of(scope, new Facts(rows)).get(edition))));
    }

    XSSFWorkbook county() throws IOException {
        return workbook(Language.ZH, Scope.Kind.COUNTY, "220122");
    }

    static String text(Sheet sheet) {
        StringBuilder all = new StringBuilder();
        for (Row row : sheet) {
            row.forEach(cell -> all.append(cell).append('\n'));
        }
        return all.toString();
    }

    static Row row(Sheet sheet, String text) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().equals(text)) {
                    return row;
                }
            }
        }
        throw new AssertionError(text + " is not in " + sheet.getSheetName());
    }

    static int column(Row header, String name) {
        for (Cell cell : header) {
            if (cell.toString().equals(name)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError(name + " is no column");
    }
}
