package org.minsheng.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.minsheng.lake.Lookup;
import org.minsheng.lake.ObservationTable;

/** Reads files in the form of the table observation, at any size and with Spark's own readers, as rows of texts. */
final class Canonical {
    static final String HEADER = "series,ref_area,time_period,obs_value,obs_status";

    /** Texts by how they are written. What the columns can hold is ASCII, and so the same in UTF-8 and GB18030. */
    static final Map<Received.Kind, String> ENCODINGS = Map.of(
            Received.Kind.CANONICAL_CSV, "UTF-8",
            Received.Kind.CANONICAL_UTF16LE, "UTF-16LE",
            Received.Kind.CANONICAL_UTF16BE, "UTF-16BE");

    /** Number of a submission among those that are read together. */
    static final String SUBMISSION_NO = "submission_no";

    private static final String SPACE = " \t\r\n\u00A0\u3000\uFEFF";
    private static final List<String> COLUMNS = List.of(HEADER.split(","));
    private static final String PATH = "path";

    private final SparkSession spark;

    Canonical(SparkSession spark) {
        this.spark = spark;
    }

    /**
     * The rows of files, each with when it was received and the number of its file in the list: what else is to be said of a submission
     * would be longer than the row.
     *
     * @param files at least one, all of one kind
     */
    Dataset<Row> read(List<Received> files) {
        Received.Kind kind = files.get(0).kind();
        String[] paths = files.stream().map(f -> literal(f.arrival().uri())).toArray(String[]::new);
        StructType schema = new StructType();
        for (String column : COLUMNS) {
            schema = schema.add(column, StringType);
        }
        Dataset<Row> rows = kind == Received.Kind.CANONICAL_PARQUET
                ? spark.read().parquet(paths)
                : texts(kind).option("header", true).schema(schema).csv(paths);
        List<Column> texts = new ArrayList<>();
        COLUMNS.forEach(column ->
                texts.add(trim(col(column).cast(StringType), lit(SPACE)).as(column)));
        texts.add(col("_metadata.file_path").as(PATH));
        return rows.select(texts.toArray(Column[]::new)).join(broadcast(paths(files)), PATH);
    }

    /** Lines of UTF-16 are found by their end in that encoding; a carriage return before it is space. */
    private DataFrameReader texts(Received.Kind kind) {
        String encoding = ENCODINGS.get(kind);
        return encoding.equals("UTF-8")
                ? spark.read()
                : spark.read().option("encoding", encoding).option("lineSep", "\n");
    }

    /** Spark takes a path for a pattern: a file that is called *.csv would be all files of its folder. */
    private static String literal(String path) {
        return path.replaceAll("([\\\\*?\\[\\]{}])", "\\\\$1");
    }

    private Dataset<Row> paths(List<Received> files) {
        return new Lookup<Integer>()
                .column(
                        PATH,
                        StringType,
                        no -> new Path(files.get(no).arrival().uri()).toUri().toString())
                .column(SUBMISSION_NO, IntegerType, no -> no)
                .column(ObservationTable.RECEIVED_AT, TimestampType, no -> receivedAt(files.get(no)))
                .of(spark, IntStream.range(0, files.size()).boxed());
    }

    /** One row per file: its {@link #SUBMISSION_NO}, and what the tables say of a row's submission. */
    Dataset<Row> submissions(List<Received> files) {
        return new Lookup<Integer>()
                .column(SUBMISSION_NO, IntegerType, no -> no)
                .column(
                        ObservationTable.SUBMISSION_ID,
                        StringType,
                        no -> files.get(no).id())
                .column(ObservationTable.RECEIVED_AT, TimestampType, no -> receivedAt(files.get(no)))
                .column(
                        ObservationTable.FILE,
                        StringType,
                        no -> files.get(no).arrival().file())
                .of(spark, IntStream.range(0, files.size()).boxed());
    }

    private static Timestamp receivedAt(Received received) {
        return Timestamp.from(received.arrival().receivedAt());
    }
}
