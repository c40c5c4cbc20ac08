package io.chancery.customer.mapping;

import io.chancery.customer.quality.CleanText;
import io.chancery.platform.stream.RawRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one cleaned text from a record: literals and columns in a row. */
record Expression(List<Part> parts) {

    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");

    record Part(String text, boolean column) {}

    static Expression ofColumn(String column) {
        return new Expression(List.of(new Part(column, true)));
    }

    static Expression ofConstant(String constant) {
        return new Expression(List.of(new Part(constant, false)));
    }

    static Expression ofTemplate(String template) {
        var parts = new ArrayList<Part>();
        var match = COLUMN.matcher(template);
        int done = 0;
        while (match.find()) {
            parts.add(new Part(template.substring(done, match.start()), false));
            parts.add(new Part(match.group(1), true));
            done = match.end();
        }
        parts.add(new Part(template.substring(done), false));
        return new Expression(List.copyOf(parts));
    }

    Stream<String> columns() {
        return parts.stream().filter(Part::column).map(Part::text);
    }

    /** Empty when there are columns and all of them are, whatever the literals say. */
    String read(RawRecord raw) {
        if (parts.size() == 1) {
            return value(parts.get(0), raw);
        }
        var text = new StringBuilder();
        boolean anything = false;
        for (var part : parts) {
            var value = value(part, raw);
            anything |= part.column() && !value.isEmpty();
            text.append(value);
        }
        return anything ? CleanText.of(text.toString()) : "";
    }

    private static String value(Part part, RawRecord raw) {
        return part.column() ? CleanText.of(raw.text(part.text())) : part.text();
    }
}
