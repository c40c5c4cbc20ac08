package io.chancery.archive.export.text;

import io.chancery.platform.download.InertText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The table of an export: CSV (RFC 4180) in UTF-8. Its values are {@link InertText}.
 */
public final class IndexTable {

    /** What it begins with. */
    public static final String HEAD =
            IndexColumn.all().stream().map(IndexColumn::name).collect(Collectors.joining(",", "", "\r\n"));

    private IndexTable() {}

    /** A line of it: a value for each {@link IndexColumn}. */
    public static String line(List<String> values) {
        if (values.size() != IndexColumn.all().size()) {
            throw new IllegalArgumentException(
                    values.size() + " values for " + IndexColumn.all().size() + " columns");
        }
        return values.stream().map(IndexTable::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(String value) {
        return "\"" + InertText.of(value).replace("\"", "\"\"") + "\"";
    }
}
