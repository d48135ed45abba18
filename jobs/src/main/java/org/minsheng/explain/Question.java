package org.minsheng.explain;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.Level;
import org.minsheng.conf.Nearest;
import org.minsheng.conf.Problem;
import org.minsheng.conf.Problems;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;
import org.minsheng.region.Resolution;

/**
 * Which figure is asked for.
 *
 * @param region one of today, as the table progress names it
 */
public record Question(Indicator indicator, Region region, int year) {
    private static final String INDICATOR = "INDICATOR";
    private static final String REGION = "REGION";
    private static final String PERIOD = "PERIOD";
    private static final int MOST_NAMED = 5;

    /**
     * Reads one as a person types it.
     *
     * @param indicator its number or its title, in either language
     * @param region a code of any time, or a name
     * @param thisYear the year in which a region's name is looked up where the period is none
     * @throws ConfException with all that cannot be understood, and what may have been meant
     */
    public static Question read(
            Catalogue catalogue, Regions regions, String indicator, String region, String period, int thisYear) {
        Problems problems = new Problems();
        Integer year = year(period, problems);
        Indicator what = indicator(catalogue, indicator, problems);
        Region where = region(regions, region, year == null ? thisYear : year, problems);
        if (what != null && where != null) {
            checkLevel(what, where, regions, problems);
        }
        problems.throwIfAny();
        return new Question(what, regions.today(where), year);
    }

    /** That there is no such figure, though each of the three is known. */
    ConfException noFigure(List<Integer> years) {
        String known = years.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
        return new ConfException(
                PERIOD,
                "there is no figure of " + indicator.id() + " for " + region.name() + " in " + year,
                known.isEmpty() ? "There is none of any year" : "Years with one: " + known);
    }

    /** Whether its figure is made of those of other regions. */
    boolean isRollUp() {
        return !region.level().reportsAs(indicator.level());
    }

    private static Integer year(String text, Problems problems) {
        if (normal(text).matches("[12][0-9]{3}")) {
            return Integer.valueOf(normal(text));
        }
        problem(problems, PERIOD, "'" + text + "' is not a year", "Write it like 2025");
        return null;
    }

    private static Indicator indicator(Catalogue catalogue, String text, Problems problems) {
        String wanted = normal(text);
        List<Indicator> found = catalogue
                .indicators()
                .filter(indicator -> names(indicator).anyMatch(wanted::equals))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        List<Indicator> near = found.isEmpty()
                ? catalogue
                        .indicators()
                        .filter(indicator -> names(indicator).anyMatch(name -> name.contains(wanted)))
                        .toList()
                : found;
        problem(
                problems,
                INDICATOR,
                found.isEmpty()
                        ? "'" + text + "' is not an indicator"
                        : "'" + text + "' is the title of several indicators",
                near.isEmpty()
                        ? Nearest.remedy(text, namesOfAll(catalogue))
                        : near.stream()
                                .limit(MOST_NAMED)
                                .map(indicator ->
                                        indicator.id() + " " + indicator.title().zh())
                                .collect(Collectors.joining(", ", "Did you mean ", "?")));
        return null;
    }

    private static Stream<String> names(Indicator indicator) {
        return Stream.of(
                        indicator.id(),
                        indicator.title().zh(),
                        indicator.title().en())
                .map(Question::normal);
    }

    private static List<String> namesOfAll(Catalogue catalogue) {
        return catalogue
                .indicators()
                .flatMap(indicator -> Stream.of(
                        indicator.id(),
                        indicator.title().zh(),
                        indicator.title().en()))
                .toList();
    }

    private static Region region(Regions regions, String text, int year, Problems problems) {
        Resolution resolution = regions.resolve(text, year);
        if (resolution instanceof Resolution.Found found) {
            return found.region();
        } else if (resolution instanceof Resolution.Ambiguous several) {
            problem(
                    problems,
                    REGION,
                    "'" + text + "' is the name of several regions",
                    several.candidates().stream()
                            .map(region -> region.code() + " (" + above(region, regions) + " " + region.name() + ")")
                            .collect(Collectors.joining(", ", "Write the code: ", "")));
        } else if (resolution instanceof Resolution.Unknown unknown) {
            problem(
                    problems,
                    REGION,
                    "'" + text + "' is not a region",
                    unknown.nearest().isEmpty()
                            ? Nearest.remedy(
                                    text,
                                    regions.all().stream().map(Region::code).toList())
                            : "Did you mean " + String.join(", ", unknown.nearest()) + "?");
        }
        return null;
    }

    private static String above(Region region, Regions regions) {
        return regions.find(String.valueOf(region.parent())).map(Region::name).orElse("");
    }

    private static void checkLevel(Indicator indicator, Region region, Regions regions, Problems problems) {
        boolean isAbove = region.level().compareTo(indicator.level()) > 0 && region.level() != Level.DISTRICTS;
        if (!region.level().reportsAs(indicator.level()) && !isAbove) {
            String reports = regions.today(indicator.level()).stream()
                    .limit(MOST_NAMED)
                    .map(Region::name)
                    .collect(Collectors.joining(", "));
            problem(
                    problems,
                    REGION,
                    "there are no figures of " + indicator.id() + " for " + region.name() + ", a region of the level "
                            + region.level().word(),
                    "It is reported at the level " + indicator.level().word() + ", such as of " + reports);
        }
    }

    private static void problem(Problems problems, String where, String what, String remedy) {
        problems.add(new Problem(where, 0, 0, what, remedy));
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }
}
