package io.chancery.message.store;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.chancery.platform.Outbox;
import io.chancery.platform.Sql;
import io.chancery.platform.webhook.EventType;
import io.chancery.vocabulary.MessageStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The outcome of messages, written in batches and told to the world outside. */
@ApplicationScoped
public class OutcomeTable {

    private final Sql sql;
    private final Outbox outbox;
    private final RunTally tally;

    OutcomeTable(Sql sql, Outbox outbox, RunTally tally) {
        this.sql = sql;
        this.outbox = outbox;
        this.tally = tally;
    }

    /** The metadata are the client's own. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Ended(
            String messageId,
            String reference,
            String customer,
            String status,
            @JsonRawValue String metadata,
            @JsonIgnore UUID clientId,
            @Nullable String traceparent) {}

    /** A changed message, and what has changed for its run if it is part of one. */
    private record Settled(Ended ended, RunTally.@Nullable Change change) {}

    /**
     * Makes everybody else who settles deliveries of these messages wait, so that the last of them sees all the others:
     * two channels that end at the same instant would otherwise each take the other for open.
     */
    public void lock(Collection<UUID> messageIds) {
        var text =
                "select message_id from message_outcome where message_id = any (?) order by message_id for no key update";
        sql.run(text, statement -> {
            Sql.setUuids(statement, 1, messageIds.stream());
            return statement.execute();
        });
    }

    /** Sets the outcomes that are new; an empty one says that the message is open (again). */
    public void update(Map<UUID, Optional<MessageStatus>> outcomes) {
        var text = """
                update message_outcome as ended set outcome = settled.outcome
                from unnest(?::uuid[], ?::text[]) as settled (id, outcome)
                    join message_outcome as before on before.message_id = settled.id
                    join message on message.id = settled.id
                where ended.message_id = settled.id and ended.outcome is distinct from settled.outcome
                returning message.id, message.reference, message.ucid, ended.outcome, message.metadata,
                    message.client_id, message.traceparent, message.run_id, message.run_line, before.outcome
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
            return Sql.rows(statement, OutcomeTable::settled);
        });
        var ofRuns = changed.stream()
                .flatMap(settled -> Stream.ofNullable(settled.change()))
                .toList();
        if (!ofRuns.isEmpty()) {
            tally.move(ofRuns);
        }
        outbox.append(changed.stream()
                .map(Settled::ended)
                .filter(ended -> ended.status() != null)
                .map(ended -> new Outbox.Entry(EventType.MESSAGE_STATUS, ended.messageId(), ended.clientId(), ended))
                .toList());
    }

    private static Settled settled(ResultSet row) throws SQLException {
        var ended = new Ended(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getString(7));
        var runId = row.getObject(8, UUID.class);
        var change = runId == null
                ? null
                : new RunTally.Change(
                        row.getObject(1, UUID.class), runId, row.getLong(9), row.getString(10), row.getString(4));
        return new Settled(ended, change);
    }
}
