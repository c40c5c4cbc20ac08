package io.chancery.consent.store;

import io.chancery.platform.Sql;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which customer an id means today, and where they can be reached: read from the views that are there for it. */
@ApplicationScoped
public class CustomerIndex {

    private final Sql sql;

    CustomerIndex(Sql sql) {
        this.sql = sql;
    }

    /** A customer as it is today. */
    public record Known(
            UUID id,
            Ucid ucid,
            @Nullable String email,
            @Nullable String mobile,
            @Nullable String language) {

        /** Where the channel reaches the customer; empty for channels without an address of one line. */
        public Optional<String> contactPoint(Channel channel) {
            if (channel.equals(Channel.EMAIL)) {
                return Optional.ofNullable(email);
            }
            return channel.equals(Channel.SMS) ? Optional.ofNullable(mobile) : Optional.empty();
        }
    }

    /** The customer that a UCID, or one that was merged, leads to. */
    public Optional<Known> find(Ucid ucid) {
        return find("named.ucid = ?", ucid.text());
    }

    /** The customer that an id leads to. */
    public Optional<Known> find(UUID id) {
        return find("named.customer_id = ?", id);
    }

    private Optional<Known> find(String condition, Object value) {
        var text = """
                select current.customer_id, current.ucid, golden.email, golden.mobile, golden.language
                from current_customer as named
                join current_customer as current on current.customer_id = named.current_id
                left join golden_record as golden on golden.id = named.current_id
                where %s
                """.formatted(condition);
        return sql.run(text, statement -> {
            statement.setObject(1, value);
            return Sql.rows(
                            statement,
                            row -> new Known(
                                    row.getObject(1, UUID.class),
                                    new Ucid(row.getString(2)),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5)))
                    .stream()
                    .findFirst();
        });
    }

    /** Whether an id leads to somebody who was erased: of them no address is kept in clear. */
    public boolean isErased(UUID id) {
        return sql.run("select exists (select from customer where id = ? and erased_at is not null)", statement -> {
            statement.setObject(1, id);
            return Sql.rows(statement, row -> row.getBoolean(1)).get(0);
        });
    }

    /** The record of a source, if it belongs to the customer. */
    public Optional<UUID> findRecord(UUID customerId, String source, String externalId) {
        var text = """
                select record.id from source_record as record join link on link.record_id = record.id
                where record.source = ? and record.external_id = ? and link.customer_id = ?
                """;
        return sql.run(text, statement -> {
            statement.setString(1, source);
            statement.setString(2, externalId);
            statement.setObject(3, customerId);
            return Sql.rows(statement, row -> row.getObject(1, UUID.class)).stream()
                    .findFirst();
        });
    }
}
