package org.minsheng.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.minsheng.TestConf;
import org.minsheng.conf.AsOf;

class IntervalTest {
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

    @Test
    void endsBeforeTheNextChangeAndBeginsWithTheLast() {
        Interval interval = Interval.EVER.between(Stream.of(JULY, MAY, Instant.EPOCH, JULY.plusSeconds(1)), JUNE);
        assertThat(interval).isEqualTo(new Interval(MAY, JULY));
        assertThat(interval.holds(MAY)).isTrue();
        assertThat(interval.holds(JULY.minusNanos(1))).isTrue();
        assertThat(interval.holds(JULY)).isFalse();
        assertThat(interval.holds(MAY.minusNanos(1))).isFalse();
        assertThat(Interval.EVER.between(Stream.of(JUNE), JUNE)).isEqualTo(new Interval(JUNE, Instant.MAX));
    }

    @Test
    void ofTwoIsWhatIsInBoth() {
        assertThat(new Interval(MAY, Instant.MAX).and(new Interval(Instant.MIN, JULY)))
                .isEqualTo(new Interval(MAY, JULY));
    }

    /** Jilin's policy wants reports by 31 December, so years and what is late begin on the same day. */
    @Test
    void aYearOfThePolicyIsSteadyBetweenTheChangesOfItsTargets() {
        Catalogue catalogue = TestConf.jilin().catalogue();
        Interval year = catalogue.steady(new AsOf(JUNE, ZoneOffset.UTC));
        assertThat(year.from()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(year.until()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
    }
}
