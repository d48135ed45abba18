package org.minsheng.query;

import java.util.stream.Collectors;
import org.apache.spark.sql.types.StructField;
import org.minsheng.lake.Table;

/** The data dictionary: each column of each table with its type and meaning, as the schemas have them. */
public final class Dictionary {
    private static final String HEAD = """
            # Data dictionary

            Made from the schemas by `./minsheng export --dictionary > docs/dictionary.md`, and a test holds it against them. What a row of
            each table is, and what its codes mean, is in [tables.md](tables.md); how to ask, in [queries.md](queries.md). Times are UTC.
            """;

    private Dictionary() {}

    /** All of it. */
    public static String markdown() {
        return HEAD + Tables.ALL.stream().map(Dictionary::section).collect(Collectors.joining());
    }

    private static String section(Table table) {
        StringBuilder text = new StringBuilder("\n## ")
                .append(table.name())
                .append("\n\nKey: `")
                .append(String.join(", ", table.key()))
                .append("`\n\n| column | type | may be null | meaning |\n| --- | --- | --- | --- |\n");
        for (StructField field : table.schema().fields()) {
            text.append("| `%s` | %s | %s | %s |%n"
                    .formatted(
                            field.name(),
                            field.dataType().simpleString(),
                            field.nullable() && !table.key().contains(field.name()) ? "yes" : "no",
                            field.getComment().get().replace("|", "\\|")));
        }
        return text.toString();
    }
}
