package org.minsheng.lake;

import static org.apache.spark.sql.functions.not;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which keys, such as series or indicators, are others than they were, and so have their rows written anew: some, or all of them. */
public final class Touched {
    private static final Touched ALL = new Touched(Set.of());

    private final Set<String> keys;

    private Touched(Set<String> keys) {
        this.keys = keys;
    }

    /** All of them, whatever they are. */
    public static Touched all() {
        return ALL;
    }

    /** Those and no others. */
    public static Touched of(Set<String> keys) {
        return new Touched(new TreeSet<>(keys));
    }

    /** These and others. */
    public Touched and(Touched others) {
        if (isAll() || others.isAll()) {
            return ALL;
        }
        Set<String> both = new TreeSet<>(keys);
        both.addAll(others.keys);
        return new Touched(both);
    }

    public boolean isAll() {
        return this == ALL;
    }

    public boolean isNone() {
        return !isAll() && keys.isEmpty();
    }

    public boolean has(String key) {
        return isAll() || keys.contains(key);
    }

    /**
     * The keys, in order.
     *
     * @throws IllegalStateException if they are all, which names none
     */
    public Set<String> keys() {
        if (isAll()) {
            throw new IllegalStateException("all keys are not known by name");
        }
        return keys;
    }

    /** The rows that have one of the keys in a column. */
    public Dataset<Row> of(Dataset<Row> rows, String column) {
        return isAll() ? rows : rows.filter(rows.col(column).isin(keys.toArray()));
    }

    /** What these keys lead to; all where they are all. */
    public Touched map(UnaryOperator<Set<String>> leadTo) {
        return isAll() ? ALL : of(leadTo.apply(keys));
    }

    /** The rows that have none of the keys in a column that is never null. */
    public Dataset<Row> others(Dataset<Row> rows, String column) {
        return isAll() ? rows.limit(0) : rows.filter(not(rows.col(column).isin(keys.toArray())));
    }
}
