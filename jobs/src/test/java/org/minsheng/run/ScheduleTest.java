package org.minsheng.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkException;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.minsheng.TestConf;
import org.minsheng.lake.Table;
import org.minsheng.stage.Occasion;
import org.minsheng.stage.Outcome;
import org.minsheng.stage.Stage;
import org.minsheng.stage.StageContext;

/** Which stages wait for which. */
class ScheduleTest {
    private static final Table CELLS = new Table("cells", new StructType(), List.of());
    private static final Table FLAGS = new Table("flags", new StructType(), List.of());
    private static final Table SUMS = new Table("sums", new StructType(), List.of());

    private static final Stage READING = new Named("reading", List.of(), List.of(CELLS));
    private static final Stage CHECKS = new Named("checks", List.of(CELLS), List.of(FLAGS));
    private static final Stage COMPUTING = new Named("computing", List.of(CELLS), List.of(SUMS));
    private static final Stage PAGES = new Named("pages", List.of(FLAGS, SUMS), List.of());
    private static final List<Stage> ALL = List.of(READING, CHECKS, COMPUTING, PAGES);

    private record Named(String word, List<Table> reads, List<Table> writes) implements Stage {
        @Override
        public Outcome run(StageContext context, Occasion occasion) {
            throw new AssertionError("nobody asked for it");
        }
    }

    /** Each of the two waits until the other has begun. */
    @Test
    void thoseWithoutACommonTableAreDoneAtTheSameTime() throws IOException {
        CountDownLatch both = new CountDownLatch(2);
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        Schedule.run(ALL, stage -> {
            if (stage == CHECKS || stage == COMPUTING) {
                both.countDown();
                await(both);
            }
            done.add(stage.word());
        });
        assertThat(done).hasSize(4).startsWith("reading").endsWith("pages");
    }

    /** What is at work goes on to its end, so that nothing is written after the run. */
    @Test
    void onceOneHasFailedNoneBegins() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch failing = new CountDownLatch(1);
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        assertThatThrownBy(() -> Schedule.run(ALL, stage -> {
                    if (stage == CHECKS) {
                        await(begun);
                        failing.countDown();
                        throw new IOException("no room");
                    } else if (stage == COMPUTING) {
                        begun.countDown();
                        await(failing);
                    }
                    done.add(stage.word());
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("no room")
                .hasNoSuppressedExceptions();
        assertThat(done).containsExactly("reading", "computing");
    }

    /** Spark, which is written in Scala, throws such without saying so; one was swallowed, and the run told as done. */
    @Test
    void aCheckedExceptionThatNoSignatureNamesIsThrownToo() {
        SparkException failure = new SparkException("a task failed");
        assertThatThrownBy(() -> Schedule.run(ALL, stage -> ScheduleTest.<RuntimeException>raise(failure)))
                .isSameAs(failure);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void raise(Throwable failure) throws E {
        throw (E) failure;
    }

    @Test
    void whatTheSecondFailsWithIsSuppressed() {
        CountDownLatch both = new CountDownLatch(2);
        assertThatThrownBy(() -> Schedule.run(ALL, stage -> {
                    if (stage == CHECKS || stage == COMPUTING) {
                        both.countDown();
                        await(both);
                        throw new IllegalStateException(stage.word());
                    }
                }))
                .hasMessage("checks")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .singleElement()
                        .satisfies(other -> assertThat(other).hasMessage("computing")));
    }

    /** Two that write one table would write it in the order of chance. */
    @Test
    void ofTheProgramsStagesNoTwoWriteOneTable() throws IOException {
        List<Stage> stages = Stages.of(
                org.minsheng.run.Configuration.read(TestConf.JILIN.resolve("minsheng.yaml"), java.util.Map.of())
                        .settings(),
                new Configuration());
        assertThat(stages.stream().flatMap(stage -> stage.writes().stream())).doesNotHaveDuplicates();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
