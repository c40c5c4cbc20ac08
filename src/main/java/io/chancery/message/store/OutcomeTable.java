package io.chancery.message.store;

import io.chancery.platform.Outbox;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.MessageStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The outcome of messages, written in batches and told to the world outside. */
@ApplicationScoped
public class OutcomeTable {

    private final Sql sql;
    private final Outbox outbox;

    OutcomeTable(Sql sql, Outbox outbox) {
        this.sql = sql;
        this.outbox = outbox;
    }

    private record Ended(String messageId, String reference, String customer, String status) {}

    /**
     * Makes everybody else who settles deliveries of these messages wait, so that the last of them sees all the others:
     * two channels that end at the same instant would otherwise each take the other for open.
     */
    public void lock(Collection<UUID> messageIds) {
        var text = "select id from message where id = any (?) order by id for no key update";
        sql.run(text, statement -> {
            Sql.setUuids(statement, 1, messageIds.stream());
            return statement.execute();
        });
    }

    /** Sets the outcomes that are new; an empty one says that the message is open (again). */
    public void update(Map<UUID, Optional<MessageStatus>> outcomes) {
        var text = """
                update message set outcome = settled.outcome
                from unnest(?::uuid[], ?::text[]) as settled (id, outcome)
                where message.id = settled.id and message.outcome is distinct from settled.outcome
                returning message.id, message.reference, message.ucid, message.outcome
                """;
        var entries = List.copyOf(outcomes.entrySet());
        var changed = sql.run(text, statement -> {
            Sql.setUuids(statement, 1, entries.stream().map(Map.Entry::getKey));
            Sql.setTexts(
                    statement,
                    2,
                    entries.stream()
                            .map(entry ->
                                    entry.getValue().map(MessageStatus::code).orElse(null)));
            return Sql.rows(
                    statement,
                    row -> new Ended(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
        });
        outbox.append(changed.stream()
                .filter(ended -> ended.status() != null)
                .map(ended -> new Outbox.Entry("message.status", ended.messageId(), ended))
                .toList());
    }
}
