package io.chancery.template.parts;

import io.chancery.platform.Sql;
import io.chancery.template.store.TemplateStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Reads what is shared, and by whom. */
@ApplicationScoped
class PartTable {

    private static final String BLOCKS = """
            select distinct on (block) block, number, published_at from block_version order by block, number desc
            """;
    private static final String BRANDS = """
            select distinct on (brand) brand, number, published_at from brand_version order by brand, number desc
            """;
    private static final String BLOCK_USERS = """
            select substring(file.path from '^blocks/(.*)[.]html$'), version.template, version.number
            from template_version_file as file join template_version as version on version.id = file.template_version_id
            where version.id = any (?) and file.path like 'blocks/%' order by version.template
            """;
    private static final String BRAND_USERS = """
            select brand.brand, version.template, version.number
            from template_version as version join brand_version as brand on brand.id = version.brand_version_id
            where version.id = any (?) order by version.template
            """;

    private final Sql sql;
    private final TemplateStore store;

    PartTable(Sql sql, TemplateStore store) {
        this.sql = sql;
        this.store = store;
    }

    /** A live version that uses a part. */
    record User(String template, int version) {}

    /**
     * A block or a brand.
     *
     * @param version the latest, which a version made now would pin
     */
    record Part(String key, int version, Instant publishedAt, List<User> usedBy) {}

    @Transactional
    List<Part> blocks() {
        return parts(BLOCKS, users(BLOCK_USERS));
    }

    @Transactional
    List<Part> brands() {
        return parts(BRANDS, users(BRAND_USERS));
    }

    private List<Part> parts(String text, Map<String, List<User>> users) {
        return sql.run(text, statement -> Sql.rows(statement, row -> part(row, users)));
    }

    private static Part part(ResultSet row, Map<String, List<User>> users) throws SQLException {
        var key = row.getString(1);
        var publishedAt = row.getObject(3, OffsetDateTime.class).toInstant();
        return new Part(key, row.getInt(2), publishedAt, users.getOrDefault(key, List.of()));
    }

    private Map<String, List<User>> users(String text) {
        var live = store.listLiveIds("", Integer.MAX_VALUE).toArray(UUID[]::new);
        var users = new TreeMap<String, List<User>>();
        sql.run(text, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("uuid", live));
            return Sql.rows(
                    statement,
                    row -> users.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                            .add(new User(row.getString(2), row.getInt(3))));
        });
        return users;
    }
}
