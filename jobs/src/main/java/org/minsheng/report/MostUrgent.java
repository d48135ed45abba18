package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.DEADLINE;
import static org.minsheng.lake.ProgressTable.NEEDED_CHANGE;
import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.REF_AREA;
import static org.minsheng.lake.ProgressTable.TARGET_VALUE;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Label;
import org.minsheng.conf.Language;
import org.minsheng.conf.Texts;
import org.minsheng.lake.Status;
import org.minsheng.region.Regions;

/**
 * One of the targets that the province's page lists as the most urgent, for the summary of a run: the same ones, in the
 * same order.
 *
 * @param refArea code of the province
 * @param status code of the table progress
 * @param standing the status in words, with whether it is provisional
 * @param timePeriod year of the value
 * @param obsValue the value; null where there is none
 * @param targetValue what is asked; null where no number says
 * @param neededChange what is missing, with the sign of the change that it takes; null where no number says
 * @param deadline year; null where there is none
 * @param lead the office that leads it
 * @param told a sentence or two: value, target, deadline, gap and what it takes to close it
 */
public record MostUrgent(
        String indicator,
        Label title,
        String refArea,
        String status,
        Label standing,
        Integer timePeriod,
        Double obsValue,
        Double targetValue,
        Double neededChange,
        Integer deadline,
        String lead,
        Label told) {

    /**
     * Those of the province.
     *
     * @param progress its rows of the table progress, of all years
     */
    public static List<MostUrgent> of(Catalogue catalogue, Regions regions, AsOf asOf, List<Row> progress) {
        Texts words = Words.in(Language.ZH, catalogue.policy().levels());
        Scope province = Scope.all(catalogue, regions, words).get(0);
        BookData data =
                new BookData(catalogue, regions, asOf, province, new Facts(Map.of(Facts.Kind.PROGRESS, progress)));
        Shown zh = new Shown(data, words);
        Shown en = new Shown(data, words.in(Language.EN));
        List<MostUrgent> first = new ArrayList<>();
        Urgent.ofFocus(zh).stream().limit(PageUrgent.ROWS).forEach(one -> first.add(of(one, zh, en)));
        return first;
    }

    private static MostUrgent of(Urgent one, Shown zh, Shown en) {
        Row row = one.row();
        return new MostUrgent(
                one.indicator().id(),
                one.indicator().title(),
                row.getAs(REF_AREA),
                Status.of(row).code(),
                new Label(zh.status(row).word(), en.status(row).word()),
                row.getAs(TIME_PERIOD),
                row.getAs(OBS_VALUE),
                row.getAs(TARGET_VALUE),
                row.getAs(NEEDED_CHANGE),
                row.getAs(DEADLINE),
                one.indicator().lead(),
                new Label(Sentences.brief(zh, one), Sentences.brief(en, one)));
    }
}
