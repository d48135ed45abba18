package org.minsheng.report;

import org.minsheng.conf.Language;
import org.minsheng.conf.LevelNames;
import org.minsheng.conf.Texts;

/** The words of workbooks and summaries, in a language. */
public final class Words {
    private Words() {}

    /** Those of a language, or of both. */
    public static Texts in(Language language, LevelNames levels) {
        return new Texts("org.minsheng.report.texts", language, levels);
    }
}
