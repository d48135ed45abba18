package org.minsheng.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.minsheng.TestConf;
import org.minsheng.conf.Problems;

class CatalogueReaderTest {
    private static Catalogue shipped() {
        Problems problems = new Problems();
        Catalogue catalogue = CatalogueReader.read(TestConf.HOME.resolve("conf"), problems);
        assertThat(problems.all()).isEmpty();
        return catalogue;
    }

    @Test
    void noTargetIsInForceBeforeThePolicy() {
        assertThat(shipped().indicator("30.2").orElseThrow().target(LocalDate.of(2019, 7, 15)))
                .isEmpty();
    }
}
