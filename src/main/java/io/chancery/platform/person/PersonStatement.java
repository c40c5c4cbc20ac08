package io.chancery.platform.person;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * SQL about one person. In the place of <code>{customers}</code>, <code>{ucids}</code>, <code>{records}</code>, <code>{names}</code>,
 * <code>{addresses}</code> and <code>{kept}</code> (deliveries that have to be kept) stand arrays.
 */
public record PersonStatement(Person person, List<UUID> kept) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    private record Values(String type, Collection<?> elements) {}

    /** Prepared, with all arrays in it. */
    public PreparedStatement prepare(Connection connection, String text) throws SQLException {
        var arrays = new ArrayList<Values>();
        var sql = PLACEHOLDER.matcher(text).replaceAll(found -> {
            var values = values(found.group(1));
            arrays.add(values);
            return "?::" + values.type() + "[]";
        });
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < arrays.size(); i++) {
            var values = arrays.get(i);
            statement.setArray(
                    i + 1,
                    connection.createArrayOf(values.type(), values.elements().toArray()));
        }
        return statement;
    }

    private Values values(String name) {
        return switch (name) {
            case "customers" -> new Values("uuid", person.customers());
            case "records" -> new Values("uuid", person.records());
            case "kept" -> new Values("uuid", kept);
            case "ucids" -> new Values("text", person.ucids());
            case "names" -> new Values("text", person.names());
            case "addresses" -> new Values("text", person.addresses());
            default -> throw new IllegalArgumentException("Nobody knows {" + name + "}");
        };
    }
}
