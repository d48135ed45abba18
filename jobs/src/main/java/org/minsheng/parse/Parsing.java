package org.minsheng.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntConsumer;
import org.minsheng.catalogue.Units;
import org.minsheng.parse.ParsedFile.Account;
import org.minsheng.parse.ParsedFile.Conflict;
import org.minsheng.parse.ParsedFile.Observed;
import org.minsheng.parse.ParsedFile.Part;
import org.minsheng.parse.ParsedFile.Rejected;
import org.minsheng.parse.file.Rows;
import org.minsheng.parse.file.Sheet;
import org.minsheng.parse.file.SheetRow;
import org.minsheng.parse.file.TableFile;
import org.minsheng.parse.file.Transposed;
import org.minsheng.parse.file.Unreadable;
import org.minsheng.region.Regions;

/** Reads a file row by row, so that no file is too large: observations and rejects as they come, the account last. */
public final class Parsing implements Iterator<Part>, AutoCloseable {
    /**
     * What is to be done with a sheet.
     *
     * @param sheet the sheet, transposed where its layout says so
     * @param binding how it is read, null where it is not
     * @param whole stands for all of its cells where it is not read; null: they are ignored
     * @param source whose table it is, and of when; null where it is not read
     */
    record Plan(Sheet sheet, Binding binding, Rejected whole, Source source) {
        /** It is read. */
        static Plan read(Sheet sheet, Binding binding, Source source) {
            return new Plan(sheet, binding, null, source);
        }

        /** A reject stands for all of it. */
        static Plan rejected(Sheet sheet, Rejected whole) {
            return new Plan(sheet, null, whole, null);
        }

        /** Nothing of it counts. */
        static Plan ignored(Sheet sheet) {
            return new Plan(sheet, null, null, null);
        }
    }

    private final TableFile file;
    private final String layout;
    private final Iterator<Plan> plans;
    private final Units units;
    private final Regions regions;
    /** Stands for all cells of the file where it is rejected as a whole; null where it is not. */
    private Rejected fileReject;

    private Tally tally = new Tally(Watch.NONE);
    private final FileKeys keys = new FileKeys();
    private final Deque<Part> waiting = new ArrayDeque<>();
    private final List<BlockParser> blocks = new ArrayList<>();
    private Plan plan;
    private Rejected sheetReject;
    private Rows rows;
    private long observed;
    private long rejected;
    private long rejectedCells;
    private boolean done;
    private boolean broken;

    /** A file of which nothing can be read. */
    static Parsing of(Rejected whole) {
        Parsing parsing = new Parsing(null, null, List.of(), null, null, null);
        parsing.broken = true;
        parsing.waiting.add(whole);
        parsing.done = true;
        return parsing;
    }

    /**
     * A file.
     *
     * @param file closed when the reading ends
     * @param layout the layout's name, null where the file is rejected
     * @param fileReject the reason, null where it is read
     */
    Parsing(TableFile file, String layout, List<Plan> plans, Rejected fileReject, Units units, Regions regions) {
        this.file = file;
        this.layout = layout;
        this.plans = plans.iterator();
        this.fileReject = fileReject;
        this.units = units;
        this.regions = regions;
    }

    @Override
    public boolean hasNext() {
        try {
            while (waiting.isEmpty() && !done) {
                advance();
            }
        } catch (Unreadable e) {
            breakOff(FileParser.whole(e));
        } catch (RuntimeException e) {
            // A file that no reader foresaw: it is told with what went wrong, and the other files are read.
            breakOff(new Rejected("", "", "", 0, Reason.UNREADABLE_FILE, e.toString()));
        }
        return !waiting.isEmpty();
    }

    private void breakOff(Rejected reason) {
        waiting.clear();
        waiting.add(reason);
        broken = true;
        done = true;
        close();
    }

    @Override
    public Part next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Part part = waiting.poll();
        if (part instanceof Observed) {
            observed++;
        } else if (part instanceof Rejected reject) {
            rejected++;
            rejectedCells += reject.cells();
        } else if (part instanceof Conflict) {
            observed--;
            rejected++;
            rejectedCells++;
        }
        return part;
    }

    private void advance() throws Unreadable {
        if (rows == null) {
            if (!plans.hasNext()) {
                if (fileReject != null) {
                    waiting.add(fileReject);
                }
                done = true;
                close();
                return;
            }
            plan = plans.next();
            keys.sheet(plan.sheet().name());
            sheetReject = plan.whole();
            rows = plan.sheet().rows();
            if (plan.binding() != null) {
                plan.binding().blocks().forEach(block -> blocks.add(parser(block)));
            }
        }
        SheetRow row = rows.next();
        if (row == null) {
            endSheet();
            return;
        }
        boolean turned = plan.sheet() instanceof Transposed;
        tally.seen(plan.sheet().name(), row, turned);
        if (!blocks.isEmpty()) {
            blocks.forEach(block -> block.accept(row));
        } else if (sheetReject != null) {
            sheetReject = sheetReject.plus(row.filled());
            each(row, col -> tally.rejected(row, col, turned, sheetReject.reason()));
        } else if (fileReject != null) {
            fileReject = fileReject.plus(row.filled());
            each(row, col -> tally.rejected(row, col, turned, fileReject.reason()));
        } else {
            each(row, col -> tally.ignore(row, col, turned));
        }
    }

    private static void each(SheetRow row, IntConsumer what) {
        for (int col = 0; col < row.width(); col++) {
            if (!row.get(col).blank()) {
                what.accept(col);
            }
        }
    }

    /** Lets somebody look on, from before the first part on. */
    public Parsing watchedBy(Watch watch) {
        tally = new Tally(watch);
        return this;
    }

    private BlockParser parser(Block block) {
        BlockUnits unitsOfBlock = new BlockUnits(block, units);
        CellParser cells = new CellParser(block, plan.source(), units, unitsOfBlock, keys, waiting::add);
        return new BlockParser(block, unitsOfBlock, cells, regions, tally, waiting::add);
    }

    private void endSheet() {
        blocks.forEach(BlockParser::finish);
        blocks.clear();
        if (sheetReject != null) {
            waiting.add(sheetReject);
        }
        rows.close();
        rows = null;
    }

    /** The account; of use at the end. */
    public Account account() {
        return broken
                ? new Account(file == null ? null : file.format(), null, 0, 0, 0, 0, 1, 0, true)
                : new Account(
                        file.format(),
                        layout,
                        tally.seen(),
                        tally.labels(),
                        tally.ignored(),
                        observed,
                        rejected,
                        rejectedCells,
                        false);
    }

    @Override
    public void close() {
        if (rows != null) {
            rows.close();
        }
        if (file != null) {
            file.close();
        }
    }
}
