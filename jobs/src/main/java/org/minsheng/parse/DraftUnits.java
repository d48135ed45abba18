package org.minsheng.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Unit;
import org.minsheng.catalogue.Units;

/** Which units a table names that no layout describes, and where. */
final class DraftUnits {
    private static final Pattern BEHIND = Pattern.compile("(?<title>.*)\\((?:\u5355\u4F4D:)?(?<unit>[^()]+)\\)[^()]*");
    private static final Pattern APART = Pattern.compile("(?<title>.+)[,\u3001/](?<unit>[^,\u3001]+)");

    private final TableShape table;
    private final Units units;
    /** Those of the corner and the title. */
    private final List<Unit> ofTable = new ArrayList<>();

    /** What the corner calls a unit, and the configuration does not. */
    private final List<String> unknown = new ArrayList<>();

    private boolean isCorner;
    private Integer column;

    DraftUnits(TableShape table, Units units) {
        this.table = table;
        this.units = units;
        for (String text : table.textsAbove()) {
            Matcher corner = Pattern.compile(DraftWords.UNIT).matcher(text);
            if (corner.matches() && ofTable.isEmpty()) {
                String named = corner.group("unit");
                isCorner = !table.turned() && units.find(named).isPresent();
                for (String one : units.find(named).isPresent() ? List.of(named) : List.of(named.split("[,;\u3001]"))) {
                    units.find(one).ifPresentOrElse(ofTable::add, () -> unknown.add(one));
                }
            }
        }
        for (String text : table.textsAbove()) {
            if (ofTable.isEmpty()) {
                split(text).unit().ifPresent(ofTable::add);
            }
        }
        table.columns().stream().filter(table::holdsUnits).findFirst().ifPresent(col -> column = col);
    }

    /** A header, and the unit in it. */
    record Split(List<String> header, Optional<Unit> unit) {}

    private Split split(String text) {
        for (Pattern pattern : List.of(BEHIND, APART)) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches() && units.find(matcher.group("unit")).isPresent()) {
                return new Split(List.of(matcher.group("title")), units.find(matcher.group("unit")));
            }
        }
        return new Split(List.of(text), Optional.empty());
    }

    /** Takes the unit out of a header: from behind one of its texts, or from a row of its own. */
    Split split(List<String> header) {
        List<String> texts = new ArrayList<>();
        Optional<Unit> unit = Optional.empty();
        for (String text : header) {
            String whole = table.unit(text);
            Split split = whole == null ? split(text) : new Split(List.of(), units.find(whole));
            unit = split.unit().isPresent() ? split.unit() : unit;
            texts.addAll(split.header());
        }
        return new Split(texts, unit);
    }

    /** The column that names the unit of each row. */
    Optional<Integer> column() {
        return Optional.ofNullable(column);
    }

    /** Those that it names for all that has none of its own. */
    List<Unit> ofTable() {
        return column == null ? ofTable : List.of();
    }

    /** What it says to be units, and the configuration does not know. */
    List<String> unknown() {
        return unknown;
    }

    /** Whether a cell above the header names one unit that the catalogue knows. */
    boolean isCorner() {
        return isCorner;
    }

    /** The unit that a table gives a series in, as a layout says it; with a mark where that is not sure. */
    String of(Series series, Optional<Unit> inHeader) {
        if (inHeader.isPresent()) {
            return DraftText.quoted(inHeader.get().name());
        } else if (column != null) {
            return "column";
        }
        Optional<Unit> fitting = fitting(series);
        if (fitting.isPresent()) {
            return isCorner ? "corner" : DraftText.quoted(fitting.get().name());
        }
        return DraftText.quoted(series.unit().name());
    }

    /** The unit in which it gives what no series is like, as a layout says it. */
    String of(Optional<Unit> inHeader) {
        if (inHeader.isPresent()) {
            return DraftText.quoted(inHeader.get().name());
        } else if (column != null) {
            return "column";
        } else if (isCorner) {
            return "corner";
        }
        return DraftText.quoted(ofTable.size() == 1 ? ofTable.get(0).name() : "?");
    }

    /** Whether the table does not name the unit of a series. */
    boolean isGuessed(Series series, Optional<Unit> inHeader) {
        return inHeader.isEmpty()
                && column == null
                && fitting(series).isEmpty()
                && series.unit().words().isEmpty();
    }

    private Optional<Unit> fitting(Series series) {
        return ofTable.stream()
                .filter(unit -> unit.dimension().equals(series.unit().dimension()))
                .findFirst();
    }
}
