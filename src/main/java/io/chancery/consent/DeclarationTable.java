package io.chancery.consent;

import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Declarations: only ever added to, in batches. */
@ApplicationScoped
class DeclarationTable {

    /** Between topics in an array of texts; a control character, which no cleaned topic has. */
    private static final String SEPARATOR = "\u001F";

    private final Sql sql;
    private final IdGenerator ids;

    DeclarationTable(Sql sql, IdGenerator ids) {
        this.sql = sql;
        this.ids = ids;
    }

    /**
     * Appends what is new. What was declared at a known time is new once; what was declared nobody knows when is new if
     * the same source said something else before. Nothing was declared later than now: a wrong clock must not outlive a
     * withdrawal.
     */
    void insert(List<ConsentDeclared> declarations, Instant now) {
        var text = """
                insert into consent_declaration (id, customer_id, channel, class, status, declared_at, topics, source,
                    evidence, recorded_at)
                select heard.id, heard.customer_id, heard.channel, 'marketing', heard.status,
                    least(coalesce(heard.declared_at::timestamptz, now.at), now.at),
                    case heard.topics when '' then '{}' else string_to_array(heard.topics, ?) end, heard.source,
                    left(heard.evidence, 2000), now.at
                from (select ?::timestamptz as at) as now, unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[]) as heard (id, customer_id, channel, status, declared_at, topics,
                    source, evidence)
                where heard.declared_at is not null or heard.status is distinct from
                    (select known.status from consent_declaration as known
                     where known.customer_id = heard.customer_id and known.channel = heard.channel
                         and known.class = 'marketing' and known.source = heard.source
                     order by known.declared_at desc, known.status desc limit 1)
                on conflict on constraint consent_declaration_key do nothing
                """;
        sql.run(text, statement -> {
            statement.setString(1, SEPARATOR);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            Sql.setUuids(statement, 3, declarations.stream().map(declared -> ids.next()));
            Sql.setUuids(statement, 4, declarations.stream().map(ConsentDeclared::customerId));
            Sql.setTexts(
                    statement,
                    5,
                    declarations.stream().map(declared -> declared.channel().name()));
            Sql.setTexts(
                    statement,
                    6,
                    declarations.stream().map(declared -> declared.status().code()));
            Sql.setTexts(statement, 7, declarations.stream().map(declared -> text(declared.at())));
            Sql.setTexts(
                    statement, 8, declarations.stream().map(declared -> String.join(SEPARATOR, declared.topics())));
            Sql.setTexts(statement, 9, declarations.stream().map(ConsentDeclared::source));
            Sql.setTexts(statement, 10, declarations.stream().map(ConsentDeclared::evidence));
            return statement.executeUpdate();
        });
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    /** The latest declaration of each customer about advertising on the channel; of two at one time the stricter. */
    Map<UUID, Declaration> latest(Collection<UUID> customerIds, Channel channel) {
        var text = """
                select distinct on (customer_id) customer_id, status, declared_at, source, evidence
                from consent_declaration
                where customer_id = any (?) and channel = ? and class = 'marketing'
                order by customer_id, declared_at desc,
                    array_position(array ['unsubscribed', 'pending', 'confirmed'], status)
                """;
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, customerIds.stream());
            statement.setString(2, channel.name());
            var latest = new HashMap<UUID, Declaration>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    latest.put(row.getObject("customer_id", UUID.class), declaration(row));
                }
            }
            return latest;
        });
    }

    private static Declaration declaration(ResultSet row) throws SQLException {
        return new Declaration(
                ConsentDeclared.Status.of(row.getString("status")),
                row.getObject("declared_at", OffsetDateTime.class).toInstant(),
                row.getString("source"),
                row.getString("evidence"));
    }
}
