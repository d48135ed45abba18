package org.minsheng.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What is known of a file before it is received. */
class AsReceivedTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Test
    void whatAFileIs() {
        assertThat(AsReceived.kind(
                        "Series, ref_area,time_period,obs_value,obs_status\n".getBytes(StandardCharsets.UTF_16)))
                .isEqualTo(AsReceived.Kind.CANONICAL);
        assertThat(AsReceived.kind("撤回,原因\n".getBytes(Charset.forName("GB18030"))))
                .isEqualTo(AsReceived.Kind.WITHDRAWAL);
        assertThat(AsReceived.kind("地区,农村人口\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(AsReceived.Kind.TABLE);
    }

    @Test
    void theDayIsThatOfTheFolder() {
        assertThat(AsReceived.day(Path.of("/landing/2024年1月20日/水利厅/a.xlsx"), CHINA))
                .contains(Instant.parse("2024-01-19T16:00:00Z"));
        assertThat(AsReceived.day(Path.of("/landing/2024-13-20/a.xlsx"), CHINA)).isEmpty();
        assertThat(AsReceived.day(Path.of("/landing/2024-01-20.csv"), CHINA)).isEmpty();
    }
}
