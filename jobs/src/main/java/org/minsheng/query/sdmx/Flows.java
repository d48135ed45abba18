package org.minsheng.query.sdmx;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Label;
import org.minsheng.conf.Language;
import org.minsheng.conf.Texts;
import org.minsheng.lake.IndicatorTable;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.SeriesTable;
import org.minsheng.lake.Status;
import org.minsheng.lake.Table;
import org.minsheng.lake.UnitTable;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.query.Tables;
import org.minsheng.query.sdmx.CodeList.Code;
import org.minsheng.query.sdmx.Component.Role;

/** Makes flows of tables: of each only what is in use, and the latest of it. */
final class Flows {
    /** The tables that there are flows of. */
    static final List<Table> TABLES = List.of(ObservationTable.TABLE, ProgressTable.TABLE);

    private static final String TEXTS = "org.minsheng.query.sdmx";
    private static final String SHARE_UNIT = "%";
    private static final List<String> OBS_STATUSES = Stream.concat(
                    ObservationTable.STATUSES_WITH_VALUE.stream(), ObservationTable.STATUSES_WITHOUT_VALUE.stream())
            .toList();
    private static final List<String> VALUE_KINDS =
            List.of(ProgressTable.VALUE, "share_of_counties", "share_of_people");

    private final Tables tables;
    private final String agency;
    private final AsOf asOf;
    private final Function<Language, Texts> words;
    private final Texts zh;
    private final Texts en;

    /**
     * Flows of some tables.
     *
     * @param words those of workbooks, as a status is to be called the same here and there
     */
    Flows(Tables tables, String agency, AsOf asOf, Function<Language, Texts> words) {
        this.tables = tables;
        this.agency = agency;
        this.asOf = asOf;
        this.words = words;
        this.zh = words.apply(Language.ZH).of(TEXTS);
        this.en = words.apply(Language.EN).of(TEXTS);
    }

    /** The flow of one of the tables. */
    Flow of(Table table) {
        return table == ProgressTable.TABLE ? progress() : observation();
    }

    /** The latest year of each indicator and region. */
    private Flow progress() {
        Dataset<Row> units = tables.rows(IndicatorTable.TABLE).select(IndicatorTable.INDICATOR, IndicatorTable.UNIT);
        Column value = col(ProgressTable.OBS_VALUE);
        Dataset<Row> rows = tables.rows(ProgressTable.TABLE)
                .filter(ProgressTable.LATEST)
                .join(broadcast(units), new String[] {ProgressTable.INDICATOR}, "left")
                .select(
                        lit("A").as(Component.FREQ),
                        col(ProgressTable.INDICATOR).as("INDICATOR"),
                        col(ProgressTable.REF_AREA).as("REF_AREA"),
                        col(ProgressTable.TIME_PERIOD).as(Component.TIME_PERIOD),
                        given(value).as(Component.OBS_VALUE),
                        when(value.isNull(), "O")
                                .when(col(ProgressTable.PROVISIONAL), "P")
                                .otherwise("A")
                                .as(Component.OBS_STATUS),
                        when(col(ProgressTable.VALUE_IS).equalTo(ProgressTable.VALUE), col(IndicatorTable.UNIT))
                                .otherwise(SHARE_UNIT)
                                .as(Component.UNIT_MEASURE),
                        col(ProgressTable.VALUE_IS).as("VALUE_IS"),
                        col(ProgressTable.STATUS).as("TARGET_STATUS"),
                        col(ProgressTable.TARGET_VALUE).as("TARGET_VALUE"),
                        col(ProgressTable.DEADLINE).as("TARGET_YEAR"));
        Codes codes = new Codes(tables, rows);
        return flow(
                "PROGRESS",
                rows,
                coded(Component.FREQ, Role.DIMENSION, List.of(code("freq.", "A"))),
                coded("INDICATOR", Role.DIMENSION, codes.named(IndicatorTable.TABLE, "INDICATOR")),
                coded("REF_AREA", Role.DIMENSION, codes.regions()),
                plain(Component.TIME_PERIOD, Role.TIME, "ObservationalTimePeriod"),
                plain(Component.OBS_VALUE, Role.MEASURE, "Double"),
                coded(Component.OBS_STATUS, Role.ATTRIBUTE, codes("obs_status.", OBS_STATUSES)),
                coded(Component.UNIT_MEASURE, Role.ATTRIBUTE, codes.units()),
                coded("VALUE_IS", Role.ATTRIBUTE, codes("value_is.", VALUE_KINDS)),
                coded("TARGET_STATUS", Role.ATTRIBUTE, statuses()),
                plain("TARGET_VALUE", Role.ATTRIBUTE, "Double"),
                plain("TARGET_YEAR", Role.ATTRIBUTE, "GregorianYear"));
    }

    /** The value of each series, region and year that is in use now. */
    private Flow observation() {
        Dataset<Row> units = tables.rows(SeriesTable.TABLE).select(SeriesTable.SERIES, SeriesTable.UNIT);
        Dataset<Row> standing = WithdrawalTable.without(
                tables.rows(ObservationTable.TABLE), tables.rows(WithdrawalTable.TABLE), asOf.instant(), asOf.zone());
        Dataset<Row> rows = ObservationTable.current(ObservationTable.counting(standing), asOf.instant())
                .join(broadcast(units), new String[] {ObservationTable.SERIES}, "left")
                .select(
                        lit("A").as(Component.FREQ),
                        col(ObservationTable.SERIES).as("SERIES"),
                        col(ObservationTable.REF_AREA).as("REF_AREA"),
                        col(ObservationTable.TIME_PERIOD).as(Component.TIME_PERIOD),
                        given(col(ObservationTable.OBS_VALUE)).as(Component.OBS_VALUE),
                        col(ObservationTable.OBS_STATUS).as(Component.OBS_STATUS),
                        col(UnitTable.UNIT).as(Component.UNIT_MEASURE));
        Codes codes = new Codes(tables, rows);
        return flow(
                "OBSERVATION",
                rows,
                coded(Component.FREQ, Role.DIMENSION, List.of(code("freq.", "A"))),
                coded("SERIES", Role.DIMENSION, codes.named(SeriesTable.TABLE, "SERIES")),
                coded("REF_AREA", Role.DIMENSION, codes.regions()),
                plain(Component.TIME_PERIOD, Role.TIME, "ObservationalTimePeriod"),
                plain(Component.OBS_VALUE, Role.MEASURE, "Double"),
                coded(Component.OBS_STATUS, Role.ATTRIBUTE, codes("obs_status.", OBS_STATUSES)),
                coded(Component.UNIT_MEASURE, Role.ATTRIBUTE, codes.units()));
    }

    /** What SDMX writes where there is no number, and this is told. */
    private static Column given(Column value) {
        return coalesce(value, lit(Double.NaN));
    }

    private Flow flow(String id, Dataset<Row> rows, Component... components) {
        return new Flow(id, agency, label("flow." + id), List.of(components), rows);
    }

    private Component coded(String id, Role role, List<Code> codes) {
        Label name = label("concept." + id);
        return new Component(id, role, name, new CodeList("CL_" + id, name, codes), null);
    }

    private Component plain(String id, Role role, String textType) {
        return new Component(id, role, label("concept." + id), null, textType);
    }

    private List<Code> codes(String prefix, List<String> codes) {
        return codes.stream().map(code -> code(prefix, code)).toList();
    }

    private Code code(String prefix, String code) {
        return new Code(code, label(prefix + code), null);
    }

    private List<Code> statuses() {
        return Arrays.stream(Status.values())
                .map(status -> "status." + status.code())
                .map(key -> new Code(
                        key.substring("status.".length()),
                        new Label(
                                words.apply(Language.ZH).get(key),
                                words.apply(Language.EN).get(key)),
                        null))
                .toList();
    }

    private Label label(String key) {
        return new Label(zh.get(key), en.get(key));
    }
}
