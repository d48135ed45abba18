package org.minsheng.sample;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A series of synthetic data: odd indicators are shares as reported, even ones a part of a whole.
 *
 * @param indicator counted from 1
 */
record SizedSeries(int indicator, Kind kind) implements Serializable {
    /** What it counts. */
    enum Kind {
        SHARE("share", "达标占比", "share"),
        PART("part", "达标人数", "part"),
        WHOLE("whole", "总人数", "whole");

        private final String word;
        private final String zh;
        private final String en;

        Kind(String word, String zh, String en) {
            this.word = word;
            this.zh = zh;
            this.en = en;
        }
    }

    /** Those of an indicator. */
    static List<SizedSeries> of(int indicator) {
        return (indicator % 2 == 1 ? Stream.of(Kind.SHARE) : Stream.of(Kind.PART, Kind.WHOLE))
                .map(kind -> new SizedSeries(indicator, kind))
                .toList();
    }

    /** Those of so many indicators, in their order. */
    static List<SizedSeries> all(int indicators) {
        return IntStream.rangeClosed(1, indicators)
                .boxed()
                .flatMap(indicator -> of(indicator).stream())
                .toList();
    }

    String id() {
        return "%s_%04d".formatted(kind.word, indicator);
    }

    /** Its title in Chinese, which is the header of its column too. */
    String zh() {
        return "合成指标%04d%s".formatted(indicator, kind.zh);
    }

    String en() {
        return "Synthetic indicator %04d, %s".formatted(indicator, kind.en);
    }
}
