package org.minsheng.report;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Language;
import org.minsheng.conf.Texts;
import org.minsheng.region.Regions;
import org.minsheng.report.book.Book;

/** The workbooks of a night: which there are, and what each says of its rows. */
final class Books implements Serializable {
    private final Catalogue catalogue;
    private final Regions regions;
    private final Language language;
    private final AsOf asOf;
    private final List<Scope> scopes;

    /** Those of a policy; the targets in force on the day of {@code asOf} are the ones that count. */
    Books(Catalogue catalogue, Regions regions, Language language, AsOf asOf) {
        this.catalogue = catalogue;
        this.regions = regions;
        this.language = language;
        this.asOf = asOf;
        // Names of files are in one language.
        this.scopes = Scope.all(catalogue, regions, words(language.first()));
    }

    private Texts words(Language of) {
        return Words.in(of, catalogue.policy().levels());
    }

    /** What each is about, by its number; the province's is the first. */
    List<Scope> scopes() {
        return scopes;
    }

    /**
     * What workbooks say besides their rows: what is in force and due on the day, which is the same from one change of that
     * to the next, and in which language.
     */
    String basis() {
        return language + " " + catalogue.steady(asOf).from();
    }

    /** The workbooks of a scope, as data. */
    Map<Edition, Book> of(Scope scope, Facts facts) {
        Shown shown = new Shown(new BookData(catalogue, regions, asOf, scope, facts), words(language));
        Map<Edition, Book> books = new EnumMap<>(Edition.class);
        for (Edition edition : Edition.values()) {
            books.put(edition, Sheets.of(edition, shown));
        }
        return books;
    }
}
