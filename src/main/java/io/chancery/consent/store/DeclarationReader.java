package io.chancery.consent.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.consent.Declaration;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared.Evidence;
import io.chancery.vocabulary.ConsentDeclared.Scope;
import io.chancery.vocabulary.ConsentDeclared.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds what was declared by customers as they are today: by their records, by themselves, and under other ids. */
@ApplicationScoped
public class DeclarationReader {

    private static final String COLUMNS = """
            declaration.id, declaration.channel, declaration.purpose, declaration.status, declaration.declared_at,
            declaration.contact_point, declaration.topics, declaration.source, declaration.evidence, declaration.proof,
            declaration.customer_id, declaration.record_id, declaration.confirms, declaration.recorded_by,
            declaration.recorded_at
            """;

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sql sql;

    DeclarationReader(Sql sql) {
        this.sql = sql;
    }

    /**
     * The declarations of each customer, by the ids that were asked for, aliases included.
     *
     * <p>Three ways lead to a declaration: through the record it came with, wherever that is now; through a record that
     * the customer had when they refused something; and through any id of the customer, if it came with no record or if
     * its record is gone. Of a record that is gone only refusals count: what a source has deleted permits nothing.
     *
     * <p>«offset 0» keeps the planner from joining whole tables: few customers are asked for, so each goes by index. Nearly all
     * have declared nothing, so what was found by two ways is sorted out here: a «union» costs each of them a hash table.
     */
    public Map<UUID, List<Declaration>> read(Collection<UUID> customerIds) {
        var text = """
                select asked.id as asked_id, declaration.*
                from unnest(?::uuid[]) as asked (id)
                cross join lateral (
                    select current_id from current_customer where customer_id = asked.id offset 0) as customer
                cross join lateral (
                    select %1$s from link
                        join consent_declaration as declaration on declaration.record_id = link.record_id
                    where link.customer_id = customer.current_id
                    union all
                    select %1$s from link
                        cross join lateral (select * from consent_declaration
                            where records @> array[link.record_id] and records <> '{}' offset 0) as declaration
                    where link.customer_id = customer.current_id
                    union all
                    select %1$s from current_customer as named
                        cross join lateral (select * from consent_declaration
                            where customer_id = named.customer_id offset 0) as declaration
                    where named.current_id = customer.current_id and (declaration.record_id is null
                        or (declaration.status in ('unsubscribed', 'denied', 'objected', 'restricted', 'deceased')
                            and not exists (select from link where link.record_id = declaration.record_id)))
                ) as declaration
                """.formatted(COLUMNS);
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, customerIds.stream().distinct());
            var found = new HashMap<UUID, List<Declaration>>();
            var seen = new HashSet<List<UUID>>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var askedId = row.getObject("asked_id", UUID.class);
                    if (seen.add(List.of(askedId, row.getObject("id", UUID.class)))) {
                        found.computeIfAbsent(askedId, id -> new ArrayList<>()).add(declaration(row));
                    }
                }
            }
            return found;
        });
    }

    /** One declaration. */
    public Optional<Declaration> find(UUID id) {
        return first("id", id);
    }

    /** The declaration that confirms a request, if there is one. */
    public Optional<Declaration> findConfirmation(UUID requestId) {
        return first("confirms", requestId);
    }

    private Optional<Declaration> first(String column, UUID id) {
        var text = "select " + COLUMNS + " from consent_declaration as declaration where " + column + " = ?";
        return sql.run(text, statement -> {
            statement.setObject(1, id);
            return Sql.rows(statement, DeclarationReader::declaration).stream().findFirst();
        });
    }

    private static Declaration declaration(ResultSet row) throws SQLException {
        var channel = row.getString("channel");
        return new Declaration(
                row.getObject("id", UUID.class),
                new Scope(channel == null ? null : new Channel(channel), row.getString("purpose")),
                Status.of(row.getString("status")),
                instant(row, "declared_at"),
                row.getString("contact_point"),
                List.of((String[]) row.getArray("topics").getArray()),
                new Evidence(row.getString("source"), row.getString("evidence"), proof(row.getString("proof"))),
                new Declaration.Entry(
                        row.getObject("customer_id", UUID.class),
                        row.getObject("record_id", UUID.class),
                        row.getObject("confirms", UUID.class),
                        row.getString("recorded_by"),
                        instant(row, "recorded_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Map<String, String> proof(String json) {
        try {
            return json.equals("{}") ? Map.of() : JSON.readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
