package io.chancery.consent.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Declarations: only ever added to, in batches. */
@ApplicationScoped
public class DeclarationTable {

    /** Between topics in an array of texts; a control character, which no cleaned topic has. */
    private static final String SEPARATOR = "\u001F";

    /** What is written, in the order of the columns. */
    private static final List<Function<NewDeclaration, @Nullable Object>> COLUMNS = List.of(
            NewDeclaration::id,
            each -> each.declared().declarant().customerId(),
            each -> each.declared().declarant().recordId(),
            each -> each.declared().scope().channel(),
            each -> each.declared().scope().purpose(),
            each -> each.declared().status().code(),
            each -> each.declared().at(),
            each -> String.join(SEPARATOR, each.declared().topics()),
            each -> each.declared().contactPoint(),
            each -> each.declared().evidence().source(),
            each -> each.declared().evidence().text(),
            each -> json(each.declared().evidence().proof()),
            NewDeclaration::confirms,
            NewDeclaration::recordedBy);

    /** The last status before is compared only for declarations without a time. */
    private static final String INSERT = """
            insert into consent_declaration (id, customer_id, record_id, channel, purpose, status, declared_at, topics,
                contact_point, source, evidence, proof, confirms, recorded_by, recorded_at, records)
            select heard.id::uuid, heard.customer_id::uuid, heard.record_id::uuid, heard.channel, heard.purpose,
                heard.status, least(coalesce(heard.declared_at::timestamptz, now.at), now.at),
                case heard.topics when '' then '{}' else string_to_array(heard.topics, ?) end, heard.contact_point,
                heard.source, left(heard.evidence, 2000), heard.proof::jsonb, heard.confirms::uuid,
                heard.recorded_by, now.at,
                case when heard.record_id is null and heard.status in ('unsubscribed', 'denied', 'objected', 'restricted', 'deceased')
                    then array(select link.record_id from current_customer join link
                        on link.customer_id = current_customer.current_id
                        where current_customer.customer_id = heard.customer_id::uuid)
                    else '{}' end
            from (select ?::timestamptz as at) as now, unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as heard (id, customer_id, record_id, channel, purpose, status, declared_at, topics, contact_point,
                source, evidence, proof, confirms, recorded_by)
            where heard.declared_at is not null or heard.status is distinct from case
                when heard.record_id is not null then
                    (select known.status from consent_declaration as known
                     where known.record_id = heard.record_id::uuid
                         and known.channel is not distinct from heard.channel
                         and known.purpose is not distinct from heard.purpose
                     order by known.declared_at desc, known.recorded_at desc, known.id desc limit 1)
                else
                    (select known.status from consent_declaration as known
                     where known.customer_id = heard.customer_id::uuid and known.record_id is null
                         and known.channel is not distinct from heard.channel
                         and known.purpose is not distinct from heard.purpose and known.source = heard.source
                     order by known.declared_at desc, known.recorded_at desc, known.id desc limit 1)
                end
            on conflict do nothing
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sql sql;

    DeclarationTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * Appends what is new. What was declared at a known time is new once; what was declared nobody knows when is new if
     * the same record, or the same source about the customer, said something else before. Nothing was declared later
     * than now: a wrong clock must not outlive a withdrawal. A refusal that comes from no record is put down for every
     * record of the customer.
     *
     * @return how many were new
     */
    public int insert(List<NewDeclaration> declarations, Instant now) {
        return sql.run(INSERT, statement -> {
            statement.setString(1, SEPARATOR);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            setColumns(statement, 3, declarations);
            return statement.executeUpdate();
        });
    }

    private static void setColumns(PreparedStatement statement, int first, List<NewDeclaration> declarations)
            throws SQLException {
        int index = first;
        for (var column : COLUMNS) {
            var values = declarations.stream().map(column).map(value -> value == null ? null : value.toString());
            statement.setArray(index++, statement.getConnection().createArrayOf("text", values.toArray()));
        }
    }

    private static String json(Map<String, String> proof) {
        try {
            return proof.isEmpty() ? "{}" : JSON.writeValueAsString(proof);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
