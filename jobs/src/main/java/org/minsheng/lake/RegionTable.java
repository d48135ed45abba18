package org.minsheng.lake;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Table {@code region}: what the codes of regions stand for, those of earlier times too. */
public final class RegionTable {
    public static final String REF_AREA = ObservationTable.REF_AREA;
    public static final String NAME = "name";
    public static final String SHORT_NAME = "short_name";
    public static final String NAME_EN = "name_en";
    public static final String SHORT_NAME_EN = "short_name_en";
    public static final String LEVEL = "level";
    public static final String PARENT = "parent";
    public static final String PARENT_NAME = "parent_name";
    public static final String VALID_FROM = "valid_from";
    public static final String VALID_TO = "valid_to";
    public static final String TODAY = "today";
    public static final String POPULATION = "population";
    public static final String RURAL_POPULATION = "rural_population";
    public static final String PEER_GROUP = "peer_group";
    public static final String TILE_ROW = "tile_row";
    public static final String TILE_COL = "tile_col";

    public static final Table TABLE = new Table(
            "region",
            new StructType(new StructField[] {
                Columns.needed(REF_AREA, StringType, "code of the region"),
                Columns.needed(NAME, StringType, "full name"),
                Columns.needed(SHORT_NAME, StringType, "name in use"),
                Columns.needed(NAME_EN, StringType, "full name in English; that of name where there is none"),
                Columns.needed(
                        SHORT_NAME_EN, StringType, "name in use in English; that of name_en where there is no other"),
                Columns.needed(LEVEL, StringType, "zone, county, districts, prefecture or province"),
                Columns.optional(PARENT, StringType, "code of the region above; null for the province"),
                Columns.optional(PARENT_NAME, StringType, "its full name"),
                Columns.optional(VALID_FROM, IntegerType, "first year of the code; null where it always was"),
                Columns.optional(VALID_TO, IntegerType, "last year of the code; null while it still is"),
                Columns.needed(TODAY, StringType, "code that goes on with this one today; its own while it is valid"),
                Columns.optional(POPULATION, LongType, "people at the last census; null where not known"),
                Columns.optional(RURAL_POPULATION, LongType, "of these in the countryside"),
                Columns.optional(PEER_GROUP, StringType, "group of counties that it is compared with beside all"),
                Columns.optional(TILE_ROW, IntegerType, "row of its square on the map; null where it has none"),
                Columns.optional(TILE_COL, IntegerType, "column of its square on the map; null where it has none"),
            }),
            List.of(REF_AREA));

    private RegionTable() {}
}
