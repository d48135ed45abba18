package org.minsheng.parse;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.minsheng.catalogue.Units;
import org.minsheng.layout.HeaderText;
import org.minsheng.layout.Layout;
import org.minsheng.layout.PatternWords;
import org.minsheng.layout.Providers;
import org.minsheng.parse.ParsedFile.Rejected;
import org.minsheng.parse.file.Sheet;
import org.minsheng.parse.file.TableFile;
import org.minsheng.parse.file.TableFiles;
import org.minsheng.parse.file.Transposed;
import org.minsheng.parse.file.Unreadable;
import org.minsheng.region.Regions;

/** Turns one file into observations and rejects: finds the one layout that fits it, and reads each sheet by it. */
public final class FileParser implements Serializable {
    private final List<Layout> layouts;
    private final Units units;
    private final Regions regions;
    private final TemplateLayouts templates;
    private final Providers providers;

    public FileParser(
            List<Layout> layouts, Units units, Regions regions, TemplateLayouts templates, Providers providers) {
        this.layouts = List.copyOf(layouts);
        this.units = units;
        this.regions = regions;
        this.templates = templates;
        this.providers = providers;
    }

    /**
     * Starts to read a file; whatever is wrong with it comes as a reject.
     *
     * @param name the name under which it was received, as its copy may have another
     * @param lastYear the year in which it was received; values of later ones are rejected
     */
    public Parsing parse(Path path, String name, int lastYear) {
        TableFile file = null;
        try {
            file = TableFiles.open(path);
            return parse(file, name, lastYear);
        } catch (Unreadable e) {
            close(file);
            return Parsing.of(whole(e));
        } catch (RuntimeException e) {
            // A file that no reader foresaw: it is told with what went wrong, and the other files are read.
            close(file);
            return Parsing.of(new Rejected("", "", "", 0, Reason.UNREADABLE_FILE, e.toString()));
        }
    }

    private static void close(TableFile file) {
        if (file != null) {
            file.close();
        }
    }

    /** The reject of a file that cannot be read. */
    public static Rejected whole(Unreadable e) {
        Reason reason = switch (e.why()) {
            case EMPTY -> Reason.EMPTY_FILE;
            case UNREADABLE -> Reason.UNREADABLE_FILE;
            case PROTECTED -> Reason.PROTECTED_FILE;
            case TOO_LARGE -> Reason.TOO_LARGE_FILE;
            case PDF -> Reason.PDF_FILE;
            case WORD -> Reason.WORD_FILE;
            case OTHER_OFFICE -> Reason.OTHER_OFFICE_FILE;
            case OLD_WORKBOOK -> Reason.OLD_WORKBOOK;
            case WEB_PAGE -> Reason.WEB_PAGE;
            case PICTURE -> Reason.PICTURE_FILE;
            case PACKED -> Reason.PACKED_FILE;
        };
        return new Rejected("", "", "", 0, reason, e.detail());
    }

    private Parsing parse(TableFile file, String name, int lastYear) throws Unreadable {
        List<Head> heads = new ArrayList<>();
        for (Sheet sheet : file.sheets()) {
            heads.add(new Head(sheet, name));
        }
        if (heads.stream().allMatch(Head::empty)) {
            throw new Unreadable(Unreadable.Why.EMPTY);
        }
        if (templates.isTemplate(heads)) {
            return templates.parsing(file, heads, lastYear, units, regions, providers);
        }
        List<Head> turned = turned(heads);
        Map<Layout, List<Binding>> bindings = new HashMap<>();
        for (Layout layout : layouts) {
            List<Binding> ofLayout = new ArrayList<>();
            List<Head> sheets = layout.transposed() ? turned : heads;
            for (int i = 0; i < sheets.size(); i++) {
                boolean reads = holdsData(layout, sheets.get(i), i);
                ofLayout.add(reads ? Binding.of(layout, sheets.get(i)) : null);
            }
            bindings.put(layout, ofLayout);
        }
        List<Layout> fitting = fitting(bindings, layouts);
        if (fitting.size() != 1) {
            Rejected reject = fitting.isEmpty()
                    ? new Rejected("", "", "", 0, Reason.UNKNOWN_LAYOUT, nearest(bindings))
                    : new Rejected(
                            "",
                            "",
                            "",
                            0,
                            Reason.SEVERAL_LAYOUTS,
                            fitting.stream().map(Layout::id).collect(Collectors.joining(", ")));
            List<Parsing.Plan> plans =
                    file.sheets().stream().map(Parsing.Plan::ignored).toList();
            return new Parsing(file, null, plans, reject, units, regions);
        }
        Layout layout = fitting.get(0);
        List<Head> sheets = layout.transposed() ? turned : heads;
        List<Parsing.Plan> plans = new ArrayList<>();
        Source source = new Source(lastYear, providers.beside(layout));
        for (int i = 0; i < sheets.size(); i++) {
            plans.add(plan(layout, sheets.get(i), bindings.get(layout).get(i), source));
        }
        return new Parsing(file, layout.id(), plans, null, units, regions);
    }

    /** The layouts that fit a file; those that know its name go before the others. */
    private static List<Layout> fitting(Map<Layout, List<Binding>> bindings, List<Layout> layouts) {
        List<Layout> fitting = layouts.stream()
                .filter(layout -> bindings.get(layout).stream().anyMatch(b -> b != null && b.fits()))
                .toList();
        List<Layout> named =
                fitting.stream().filter(layout -> layout.file() != null).toList();
        return named.isEmpty() ? fitting : named;
    }

    /** The sheets with rows and columns changed over; none where no layout asks for it. */
    private List<Head> turned(List<Head> heads) throws Unreadable {
        List<Head> turned = new ArrayList<>();
        if (layouts.stream().anyMatch(Layout::transposed)) {
            for (Head head : heads) {
                // A sheet that is longer than its head is no table with regions across.
                if (head.whole()) {
                    turned.add(new Head(Transposed.of(head.sheet()), head.file()));
                }
            }
        }
        return turned.size() == heads.size() ? turned : List.of();
    }

    private static boolean holdsData(Layout layout, Head head, int index) {
        boolean ofFile =
                layout.file() == null || layout.file().matcher(head.file()).matches();
        boolean named = layout.sheets().names() == null
                || layout.sheets()
                        .names()
                        .matcher(HeaderText.normal(head.sheet().name()))
                        .matches();
        boolean numbered = layout.sheets().number() == 0 || layout.sheets().number() == index + 1;
        return ofFile
                && named
                && numbered
                && !head.empty()
                && (layout.readHidden() || !head.sheet().hidden());
    }

    private static Parsing.Plan plan(Layout layout, Head head, Binding binding, Source source) {
        if (binding == null) {
            boolean ignored =
                    head.empty() || !layout.readHidden() && head.sheet().hidden();
            String wanted = layout.sheets().names() == null
                    ? String.valueOf(layout.sheets().number())
                    : PatternWords.of(layout.sheets().names());
            return ignored
                    ? Parsing.Plan.ignored(head.sheet())
                    : Parsing.Plan.rejected(head.sheet(), whole(head, Reason.UNKNOWN_SHEET, wanted));
        } else if (!binding.fits()) {
            String missing = layout.id() + " - " + String.join(", ", binding.missing());
            return Parsing.Plan.rejected(head.sheet(), whole(head, Reason.UNKNOWN_LAYOUT, missing));
        }
        return Parsing.Plan.read(head.sheet(), binding, source);
    }

    private static Rejected whole(Head head, Reason reason, String detail) {
        return new Rejected(head.sheet().name(), "", "", 0, reason, detail);
    }

    /** Of the layouts of which something was found, the one of which most was, and what it lacks. */
    private static String nearest(Map<Layout, List<Binding>> bindings) {
        return bindings.values().stream()
                .flatMap(List::stream)
                .filter(binding -> binding != null && !binding.blocks().isEmpty())
                .min(Comparator.comparingInt((Binding b) -> b.missing().size() - b.found())
                        .thenComparing(b -> b.layout().id()))
                .map(b -> b.layout().id() + " - " + String.join(", ", b.missing()))
                .orElse("");
    }
}
