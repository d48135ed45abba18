package org.minsheng.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minsheng.TestSpark.session;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.minsheng.TestConf;
import org.minsheng.lake.FlagTable;

/** What is told of a facility that is no longer there, and of a milestone that is no longer reached; by hand. */
class StepBackTest {
    private static final StructType COLUMNS = StructType.fromDDL(
            "series string, ref_area string, time_period int, obs_value double, submission_id string, "
                    + "file string, sheet string, cell string");

    private static Row value(String series, String region, int year, Double value) {
        return RowFactory.create(series, region, year, value, "s", "a.csv", "", region + " " + year);
    }

    private static List<String> flagged(Row... values) {
        Dataset<Row> inUse = session().createDataFrame(List.of(values), COLUMNS);
        return new StepBack(TestConf.jilin().catalogue())
                .flags(new Evidence(inUse, inUse)).orderBy(FlagTable.CELL).collectAsList().stream()
                        .map(row -> row.getAs(FlagTable.CHECK) + " " + row.getAs(FlagTable.SERIES) + " "
                                + row.getAs(FlagTable.CELL) + ": " + row.getAs(FlagTable.OBS_VALUE) + " after "
                                + row.getAs(FlagTable.OTHER_VALUE) + " in " + row.getAs(FlagTable.OTHER))
                        .toList();
    }

    @Test
    void theFirstYearInWhichAFacilityIsNoLongerThereIsTold() {
        assertThat(flagged(
                        value("library", "220122", 2022, 0.0),
                        value("library", "220122", 2023, 1.0),
                        value("library", "220122", 2024, 0.0),
                        value("library", "220122", 2025, 0.0),
                        value("library", "220183", 2023, 0.0),
                        value("library", "220183", 2024, 1.0)))
                .containsExactly("step_back library 220122 2024: 0.0 after 1.0 in 2023");
    }

    /** A year without a value does not make a road that was there a new one. */
    @Test
    void aYearWithoutAValueIsNoStep() {
        assertThat(flagged(
                        value("library", "220122", 2022, 1.0),
                        value("library", "220122", 2023, null),
                        value("library", "220122", 2025, 0.0)))
                .containsExactly("step_back library 220122 2025: 0.0 after 1.0 in 2022");
    }

    @Test
    void soIsAStageThatIsNoLongerReachedAndNoQuantity() {
        assertThat(flagged(
                        value("milestone_1", "220000", 2024, 2.0),
                        value("milestone_1", "220000", 2025, 1.0),
                        value("resident_population", "220122", 2024, 2e6),
                        value("resident_population", "220122", 2025, 1e6)))
                .containsExactly("step_back milestone_1 220000 2025: 1.0 after 2.0 in 2024");
    }
}
