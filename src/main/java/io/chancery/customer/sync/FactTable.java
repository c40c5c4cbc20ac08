package io.chancery.customer.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Attribute;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What sources are told beside golden values, until they have taken it. */
@ApplicationScoped
class FactTable {

    private final Sql sql;
    private final ObjectMapper json;
    private final IdGenerator ids;

    FactTable(Sql sql, ObjectMapper json, IdGenerator ids) {
        this.sql = sql;
        this.json = json;
        this.ids = ids;
    }

    /** Something that happened, as the source reads it. */
    sealed interface Fact {

        String kind();

        Instant at();

        /**
         * What was sent there came back: nobody is reached there.
         *
         * @param attribute {@code street} for the whole address
         */
        record Bounced(String kind, Attribute attribute, Instant at) implements Fact {
            Bounced(Attribute attribute, Instant at) {
                this("bounced", attribute, at);
            }
        }

        /**
         * The customer wants something no longer.
         *
         * @param channel null for every channel
         * @param purpose null for everything
         */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record OptOut(
                String kind,
                @Nullable Channel channel,
                @Nullable String purpose,
                ConsentDeclared.Status status,
                Instant at)
                implements Fact {
            OptOut(ConsentDeclared.Scope scope, ConsentDeclared.Status status, Instant at) {
                this("opt-out", scope.channel(), scope.purpose(), status, at);
            }
        }
    }

    /** A fact as it is kept; a source reads the fact only. */
    record Kept(UUID id, @JsonValue JsonNode fact) {}

    Kept kept(Fact fact) {
        return new Kept(ids.next(), json.valueToTree(fact));
    }

    /** Adds facts about records, in the caller's transaction, where the source has a webhook that can take them. */
    void add(Map<UUID, List<Kept>> facts, Instant at) {
        var text = """
                insert into back_sync_fact (id, record_id, fact, at)
                select new.id, new.record_id, new.fact::jsonb, new.at::timestamptz
                from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[]) as new (id, record_id, fact, at)
                    join source_record as record on record.id = new.record_id
                    join source_webhook on source_webhook.source = record.source
                """;
        var records = new ArrayList<UUID>();
        facts.forEach((record, each) -> each.forEach(fact -> records.add(record)));
        var all = facts.values().stream().flatMap(List::stream).toList();
        sql.run(text, statement -> {
            Sql.setUuids(statement, 1, all.stream().map(kept -> ids.next()));
            Sql.setUuids(statement, 2, records.stream());
            Sql.setTexts(statement, 3, all.stream().map(kept -> kept.fact().toString()));
            Sql.setTexts(statement, 4, all.stream().map(kept -> at.toString()));
            return statement.executeUpdate();
        });
    }

    /** What each record's source is still to be told, oldest first. */
    Map<UUID, List<Kept>> of(Collection<UUID> records) {
        var text = "select id, record_id, fact from back_sync_fact where record_id = any (?) order by at, id";
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, records.stream());
            var found = new HashMap<UUID, List<Kept>>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getObject("record_id", UUID.class), id -> new ArrayList<>())
                            .add(new Kept(row.getObject("id", UUID.class), tree(row.getString("fact"))));
                }
            }
            return found;
        });
    }

    private JsonNode tree(String fact) {
        try {
            return json.readTree(fact);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept fact can always be read", e);
        }
    }

    /** The source knows them. */
    @Transactional
    void delete(List<Kept> facts) {
        sql.run("delete from back_sync_fact where id = any (?)", statement -> {
            Sql.setUuids(statement, 1, facts.stream().map(Kept::id));
            return statement.executeUpdate();
        });
    }
}
