package org.minsheng.sample;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.minsheng.conf.Level;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/**
 * Invents believable figures: the same seed always gives the same ones, county by county, whatever is asked first.
 * Populations follow the 2020 census; all else is made up.
 */
final class Figures {
    static final int FIRST_YEAR = 2018;
    static final int LAST_YEAR = 2025;
    private static final int CENSUS_YEAR = 2020;

    private final Regions regions;
    private final long seed;

    /** How a county's rate goes from 2018 to 2025. */
    private enum Course {
        EARLY,
        ON_TIME,
        LATE,
        NEVER,
        REVERSING
    }

    Figures(Regions regions, long seed) {
        this.regions = regions;
        this.seed = seed;
    }

    List<Region> counties() {
        return regions.today(Level.COUNTY);
    }

    /** The counties, and the zones that the census counts apart. */
    List<Region> reporters() {
        return Stream.concat(
                        counties().stream(),
                        regions.today(Level.ZONE).stream().filter(zone -> zone.population() != null))
                .toList();
    }

    /** A whole number for a place in a table, for gaps and mistakes that come as by chance. */
    int chance(Region region, String topic, int bound) {
        return random(region, topic).nextInt(bound);
    }

    /** The year in which a county gets a facility that so many per cent have by 2025; some lose it again. */
    boolean has(Region county, String topic, int year, double percentByLastYear) {
        Random random = random(county, topic);
        double rank = random.nextDouble() * 100;
        int since = FIRST_YEAR - 2 + (int) (rank / percentByLastYear * (LAST_YEAR - FIRST_YEAR + 2));
        boolean lost = random.nextInt(25) == 0 && year >= LAST_YEAR - 1;
        return year >= since && !lost;
    }

    /** People, shrinking by 0.8% a year as the province does. */
    long population(Region county, int year) {
        return Math.round(county.population() * Math.pow(0.992, year - CENSUS_YEAR));
    }

    /** People in the countryside, shrinking by 2% a year. */
    long ruralPopulation(Region county, int year) {
        return Math.round(county.ruralPopulation() * Math.pow(0.98, year - CENSUS_YEAR));
    }

    /** A number that is a county's own for a topic and does not change over the years, between two bounds. */
    double constant(Region county, String topic, double least, double most) {
        return least + (most - least) * random(county, topic).nextDouble();
    }

    /**
     * A rate on its way to a goal: some counties reach it early, some on time, some late, some never, some turn back.
     *
     * @param start about where it is in 2018
     * @param goal what the policy asks for in 2025
     * @param ceiling above which it cannot go
     */
    double rate(Region county, String topic, int year, double start, double goal, double ceiling) {
        Random random = random(county, topic);
        Course course = course(random.nextInt(100));
        double from = start * (0.95 + 0.1 * random.nextDouble());
        double to = switch (course) {
            case EARLY -> Math.min(ceiling, goal * (1.02 + 0.05 * random.nextDouble()));
            case ON_TIME -> Math.min(ceiling, goal * (1.0 + 0.01 * random.nextDouble()));
            case LATE -> goal * (0.95 + 0.045 * random.nextDouble());
            case NEVER -> from + (goal - from) * (0.2 + 0.3 * random.nextDouble());
            case REVERSING -> from * (0.93 + 0.05 * random.nextDouble());
        };
        double done = (year - FIRST_YEAR) / (double) (LAST_YEAR - FIRST_YEAR);
        double share = course == Course.EARLY ? Math.min(1, done * 1.8) : done;
        Random ofYear = random(county, topic + year);
        double noise = year == LAST_YEAR ? 0 : 0.006 * (goal - from) * ofYear.nextGaussian();
        return Math.max(0, Math.min(ceiling, from + (to - from) * share + noise));
    }

    private static Course course(int percent) {
        if (percent < 30) {
            return Course.EARLY;
        }
        if (percent < 62) {
            return Course.ON_TIME;
        }
        if (percent < 82) {
            return Course.LATE;
        }
        return percent < 94 ? Course.NEVER : Course.REVERSING;
    }

    private Random random(Region county, String topic) {
        Random random = new Random(seed * 31 + (county.code() + topic).hashCode());
        random.nextInt(); // the first number of neighbouring seeds is nearly the same
        return random;
    }
}
