package org.minsheng.explain;

import java.sql.Timestamp;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Policy;
import org.minsheng.catalogue.Target;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.lake.RejectTable;

/** From rows of the tables to parts of an explanation. */
final class Rows {
    private Rows() {}

    static Explanation.Target target(Target target, Row progress) {
        return new Explanation.Target(
                target.kind().word(),
                target.kind().operator().sign(),
                target.kind().value(),
                target.kind().least(),
                target.kind().most(),
                progress.getAs(ProgressTable.TARGET_VALUE),
                target.deadline(),
                target.deadlineStated(),
                target.validFrom(),
                target.validTo(),
                target.quote(),
                target.source());
    }

    static Explanation.Pace pace(Row progress, org.minsheng.catalogue.Pace pace, Policy policy) {
        return new Explanation.Pace(
                progress.getAs(ProgressTable.PACE_METHOD),
                progress.getAs(ProgressTable.PACE_REASON),
                progress.getAs(ProgressTable.BASE_PERIOD),
                progress.getAs(ProgressTable.BASE_VALUE),
                progress.getAs(ProgressTable.OBSERVED_PACE),
                progress.getAs(ProgressTable.REQUIRED_PACE),
                progress.getAs(ProgressTable.PACE_RATIO),
                pace.onTrack(),
                pace.slow(),
                policy.growthOnTrack(),
                policy.growthSlow());
    }

    static Explanation.Standing standing(Row progress, String rule) {
        return new Explanation.Standing(
                progress.getAs(ProgressTable.STATUS),
                rule,
                progress.getAs(ProgressTable.ATTAINMENT),
                progress.getAs(ProgressTable.GAP),
                progress.getAs(ProgressTable.NEEDED_CHANGE),
                progress.getAs(ProgressTable.CHANGE),
                progress.getAs(ProgressTable.CHANGE_SINCE_BASE),
                progress.getAs(ProgressTable.MET_IN),
                progress.getAs(ProgressTable.RANK),
                progress.getAs(ProgressTable.PEERS));
    }

    static Explanation.Forecast forecast(Row projection) {
        return new Explanation.Forecast(
                projection.getAs(ProjectionTable.TIME_PERIOD),
                projection.getAs(ProjectionTable.OBS_VALUE),
                projection.getAs(ProjectionTable.LOWER_80),
                projection.getAs(ProjectionTable.UPPER_80),
                projection.getAs(ProjectionTable.LOWER_95),
                projection.getAs(ProjectionTable.UPPER_95),
                projection.getAs(ProjectionTable.CHANCE),
                projection.getAs(ProjectionTable.REACHED_IN),
                projection.getAs(ProjectionTable.MODEL),
                projection.getAs(ProjectionTable.SCALE),
                projection.getAs(ProjectionTable.POINTS),
                projection.getAs(ProjectionTable.LAST_PERIOD),
                projection.getAs(ProjectionTable.OUTLIER_PERIOD),
                projection.getAs(ProjectionTable.REASON));
    }

    static Explanation.Flag flag(Row flag) {
        return new Explanation.Flag(
                flag.getAs(FlagTable.CHECK),
                flag.getAs(FlagTable.SERIES),
                flag.getAs(FlagTable.REF_AREA),
                flag.getAs(FlagTable.TIME_PERIOD),
                flag.getAs(FlagTable.OBS_VALUE),
                flag.getAs(FlagTable.OTHER_VALUE),
                flag.getAs(FlagTable.OTHER),
                flag.getAs(FlagTable.FILE),
                flag.getAs(FlagTable.SHEET),
                flag.getAs(FlagTable.CELL));
    }

    static Explanation.Reject reject(Row reject) {
        return new Explanation.Reject(
                reject.getAs(RejectTable.SERIES),
                reject.getAs(RejectTable.REF_AREA),
                reject.getAs(RejectTable.RAW),
                reject.getAs(RejectTable.REASON),
                reject.getAs(RejectTable.DETAIL),
                reject.<Timestamp>getAs(ObservationTable.RECEIVED_AT).toInstant(),
                reject.getAs(RejectTable.FILE),
                reject.getAs(RejectTable.SHEET),
                reject.getAs(RejectTable.CELL));
    }
}
