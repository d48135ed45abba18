package org.minsheng.run;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Term;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.ConfException;
import org.minsheng.explain.Explainer;
import org.minsheng.explain.Explanation;
import org.minsheng.explain.Figures;
import org.minsheng.explain.Question;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.progress.ProgressStage;
import org.minsheng.stage.Change;
import org.minsheng.stage.Stage;

/**
 * Explains figures: those that the tables hold, as of when they were made, and where another instant is asked for, what the same
 * steps say of that one.
 */
public final class Explaining {
    private final Configuration conf;
    private final Ledger ledger;
    private final Stage progress;

    /**
     * Of a lake.
     *
     * @throws ConfException if nothing was ever put into it
     */
    public Explaining(Configuration conf, Ledger ledger) throws IOException {
        this.conf = conf;
        this.ledger = ledger;
        this.progress = ledger.stages(ProgressStage.WORD).get(0);
        if (!ledger.isDone(progress)) {
            throw new ConfException(
                    "lake", "there are no figures in " + conf.settings().lake(), "Run ./minsheng nightly first");
        }
    }

    /**
     * Explains one.
     *
     * @throws ConfException if there is no such figure, or nothing had come until then
     */
    public Explanation explain(SparkSession spark, Question question) throws IOException {
        spark.sparkContext().setJobDescription("explain");
        // A handful of rows is read in less time than it takes to compile a program that reads them.
        spark.conf().set("spark.sql.codegen.wholeStage", "false");
        spark.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        Lake lake = new Lake(spark, conf.settings().lake());
        boolean isAsked = conf.settings().asOf() != null;
        AsOf asOf = isAsked ? ledger.asOf() : ledger.asOf(progress);
        Optional<Change> change = ledger.reason(progress, asOf.instant());
        Figures figures = change.filter(Change.TIME::equals).isPresent()
                ? computed(spark, lake, question.indicator(), asOf)
                : new Figures(
                        lake.read(ProgressTable.TABLE),
                        lake.read(ProjectionTable.TABLE),
                        lake.read(FlagTable.TABLE),
                        true,
                        change.map(Change::word).orElse(null));
        return new Explainer(lake, conf.settings(), conf.catalogue(), conf.regions(), asOf).explain(question, figures);
    }

    /** An explanation for machines. */
    public static String json(Explanation explanation) throws JsonProcessingException {
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(explanation);
    }

    private Figures computed(SparkSession spark, Lake lake, Indicator indicator, AsOf asOf) {
        Computed computed = new Computed(spark, lake, conf, asOf);
        Dataset<Row> rows = computed.progress(
                        indicator.id()::equals,
                        col(ObservationTable.SERIES)
                                .isin(indicator
                                        .formula()
                                        .terms()
                                        .map(Term::series)
                                        .toArray()))
                .cache(); // the projection is of the same rows
        return new Figures(rows, computed.projection(rows), computed.flags(), false, null);
    }
}
