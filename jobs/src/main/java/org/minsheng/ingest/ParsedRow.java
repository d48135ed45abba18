package org.minsheng.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.WithdrawalTable;

/**
 * What a row is that came of a file: a row of one table, which stands in the column of its name, while the other columns are
 * null. So the rows of all tables come of one reading.
 */
enum ParsedRow {
    SUBMISSION(SubmissionTable.TABLE.schema()),
    OBSERVATION(ObservationTable.TABLE.schema()),
    REJECT(RejectTable.TABLE.schema()),
    WITHDRAWAL(WithdrawalTable.TABLE.schema()),
    /** What of a submission is not taken, as another value stands at the place in the column cell. */
    CONFLICT(new StructType()
            .add(ObservationTable.SUBMISSION_ID, StringType)
            .add(ObservationTable.SERIES, StringType)
            .add(ObservationTable.REF_AREA, StringType)
            .add(ObservationTable.TIME_PERIOD, IntegerType)
            .add(ObservationTable.CELL, StringType));

    /** Beside a submission: whether the reading of its file broke off. */
    static final String BROKEN = "broken";

    /** One column for each kind of row, and broken. */
    static final StructType SCHEMA = schema();

    private final StructType columns;

    ParsedRow(StructType columns) {
        this.columns = columns;
    }

    private static StructType schema() {
        StructType schema = new StructType();
        for (ParsedRow kind : values()) {
            schema = schema.add(kind.column(), kind.columns);
        }
        return schema.add(BROKEN, BooleanType);
    }

    private String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A row of {@link #SCHEMA} that is of this kind. */
    Row of(Row row) {
        return of(row, null);
    }

    /** The same of a submission. */
    static Row ofSubmission(Row row, boolean broken) {
        return SUBMISSION.of(row, broken);
    }

    private Row of(Row row, Boolean broken) {
        Object[] columns = new Object[SCHEMA.size()];
        columns[ordinal()] = row;
        columns[columns.length - 1] = broken;
        return RowFactory.create(columns);
    }

    /** The rows that are of this kind, as rows of their table. */
    Dataset<Row> of(Dataset<Row> parsed) {
        return parsed.filter(isPresent()).select(column() + ".*");
    }

    /** Whether a row is of this kind. */
    Column isPresent() {
        return col(column()).isNotNull();
    }

    /** The row of the table, null where the row is of another kind. */
    Column row() {
        return col(column());
    }

    /** A field of the row of the table, null where the row is of another kind. */
    Column field(String name) {
        return col(column() + "." + name);
    }

    /** The submission that a row which stands for cells is of, null for other rows. */
    static Column submission() {
        return coalesce(
                OBSERVATION.field(SubmissionTable.SUBMISSION_ID),
                REJECT.field(SubmissionTable.SUBMISSION_ID),
                CONFLICT.field(SubmissionTable.SUBMISSION_ID));
    }
}
