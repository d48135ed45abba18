package org.minsheng.report;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.minsheng.TestSpark.session;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.minsheng.conf.AsOf;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ProjectionTable;

/** To which workbooks the rows of tables go. */
class FactRowsTest {
    private static final String NONGAN = "220122";

    private static Report.Tables tables(Dataset<Row> projection) {
        return SomeTables.of(SomeTables.none(ProgressTable.TABLE), projection);
    }

    private static Row projection(int year) {
        return new Fields()
                .put(ProjectionTable.INDICATOR, WorkbookFixture.WATER)
                .put(ProjectionTable.REF_AREA, NONGAN)
                .put(ProjectionTable.TIME_PERIOD, year)
                .put(ProjectionTable.REGION_LEVEL, "county")
                .put(ProjectionTable.POINTS, 7)
                .in(ProjectionTable.TABLE.schema());
    }

    /** Of one county its own workbook draws all years; others look to the end of a target, and no year that is over. */
    @Test
    void workbooksAboutOthersHaveTheProjectedYearsThatTargetsLookTo() {
        Dataset<Row> projection = session()
                .createDataFrame(
                        IntStream.of(2025, 2026, 2027, 2028, 2035)
                                .mapToObj(FactRowsTest::projection)
                                .toList(),
                        ProjectionTable.TABLE.schema());
        int year = Arrays.asList(ProjectionTable.TABLE.schema().fieldNames()).indexOf(ProjectionTable.TIME_PERIOD);
        Map<Integer, String> areas = new TreeMap<>();
        new FactRows(tables(projection), WorkbookFixture.DAY, 2027, "220000")
                .all()
                .filter(col(Facts.KIND).equalTo(Facts.Kind.PROJECTION.name()))
                .collectAsList()
                .forEach(row -> areas.put(
                        Integer.valueOf(row.<String>getList(row.fieldIndex(Facts.PACKED))
                                .get(year)),
                        row.getAs(Routes.AREA)));
        String own = Routes.FOCUS + NONGAN;
        assertThat(areas).isEqualTo(Map.of(2025, own, 2026, NONGAN, 2027, NONGAN, 2028, own, 2035, own));
    }

    /** The policy's targets are due in 2020 and 2025; where all are over, the next year that ends is looked to. */
    @Test
    void theLastHorizonIsTheLastDeadlineOrTheYearAfterTheLastThatIsOver() {
        assertThat(horizon("2022-06-30")).isEqualTo(2025);
        assertThat(horizon("2026-06-30")).isEqualTo(2026);
    }

    private static int horizon(String day) {
        AsOf asOf = new AsOf(Instant.parse(day + "T00:00:00Z"), ZoneOffset.UTC);
        return Outlook.lastHorizon(WorkbookFixture.CONF.catalogue(), asOf);
    }
}
