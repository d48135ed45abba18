package org.minsheng.report;

import org.minsheng.lake.ScoreTable;
import org.minsheng.report.Facts.Kind;

/** Scores of regions, as rows behind a workbook. */
class ScoreFixture extends WorkbookFixture {
    /** A region's overall score, once with its name and once as a place. */
    void score(String region, String level, Double score, Integer rank, Integer low, Integer high) {
        Fields row = new Fields()
                .put(ScoreTable.REF_AREA, region)
                .put(ScoreTable.TIME_PERIOD, 2025)
                .put(ScoreTable.REGION_LEVEL, level)
                .put(ScoreTable.COMPONENT, ScoreTable.OVERALL)
                .put(ScoreTable.CODE, ScoreTable.ALL)
                .put(ScoreTable.SCORE, score)
                .put(ScoreTable.SCORE_GEOMETRIC, score == null ? null : (Double) (score - 1))
                .put(ScoreTable.INDICATORS, 20)
                .put(ScoreTable.INDICATORS_EXPECTED, 24)
                .put(ScoreTable.RANK, rank)
                .put(ScoreTable.PEERS, 4)
                .put(ScoreTable.RANK_LOW, low)
                .put(ScoreTable.RANK_MEDIAN, low == null ? null : (Double) ((low + high) / 2.0))
                .put(ScoreTable.RANK_HIGH, high)
                .put(ScoreTable.REASON, score == null ? ScoreTable.TOO_FEW : null);
        fact(Kind.SCORE, row);
        if (rank != null) {
            fact(Kind.PLACE, row);
        }
    }

    /** The first is told from all; the next three are not told from each other. */
    void fourCounties() {
        score("220182", "county", 95.0, 1, 1, 1);
        score("220122", "county", 90.0, 2, 2, 4);
        score("220183", "county", 88.0, 3, 2, 3);
        score("220221", "county", 80.5, 4, 3, 4);
    }
}
