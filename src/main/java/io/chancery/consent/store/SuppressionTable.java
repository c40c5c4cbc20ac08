package io.chancery.consent.store;

import io.chancery.consent.Suppression;
import io.chancery.consent.Suppression.Cause;
import io.chancery.consent.Suppression.Entry;
import io.chancery.consent.Suppression.Scope;
import io.chancery.consent.store.CustomerIndex.Known;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The suppression list. A mail address counts in any case of its letters. */
@ApplicationScoped
public class SuppressionTable {

    private static final String IN_FORCE = "lifted_at is null and (expires_at is null or expires_at > ?)";

    /** An erased person's objection has no entry of its own. */
    private static final UUID NO_ENTRY = new UUID(0, 0);

    private final Sql sql;
    private final SuppressedAddresses erased;

    SuppressionTable(Sql sql, SuppressedAddresses erased) {
        this.sql = sql;
        this.erased = erased;
    }

    /**
     * Which part of the list is asked for.
     *
     * @param address null for all
     * @param inForce whether only what holds now
     * @param before the id before which the page begins; null for the newest
     */
    public record Filter(
            @Nullable String address,
            boolean inForce,
            @Nullable UUID before,
            int limit) {}

    /** What holds now for the mail addresses and mobile numbers of these recipients. */
    public List<Suppression> of(Collection<Recipient> recipients, Instant now) {
        var addresses = recipients.stream()
                .flatMap(recipient ->
                        Stream.of(address(Channel.EMAIL, recipient.email()), address(Channel.SMS, recipient.mobile())))
                .flatMap(Optional::stream)
                .toList();
        return inForce(addresses, now);
    }

    /** What holds now for the mail address and the mobile number of a customer. */
    public List<Suppression> of(Known customer, Instant now) {
        var addresses = Stream.of(address(Channel.EMAIL, customer.email()), address(Channel.SMS, customer.mobile()))
                .flatMap(Optional::stream)
                .toList();
        return inForce(addresses, now);
    }

    private record Address(Channel channel, String text) {}

    private static Optional<Address> address(Channel channel, @Nullable String text) {
        return Optional.ofNullable(text).map(known -> new Address(channel, Suppression.normal(channel, known)));
    }

    private List<Suppression> inForce(List<Address> addresses, Instant now) {
        var text = """
                select distinct suppression.* from unnest(?::text[], ?::text[]) as asked (channel, address)
                    join suppression using (channel, address)
                where %s
                """.formatted(IN_FORCE);
        var found = sql.run(text, statement -> {
            Sql.setTexts(
                    statement,
                    1,
                    addresses.stream().map(address -> address.channel().name()));
            Sql.setTexts(statement, 2, addresses.stream().map(Address::text));
            setTime(statement, 3, now);
            return Sql.rows(statement, SuppressionTable::suppression);
        });
        var hashed = erased.of(addresses.stream().map(Address::text).toList());
        return Stream.concat(
                        found.stream(),
                        addresses.stream()
                                .filter(address -> hashed.containsKey(address.text()))
                                .map(address -> objected(address, hashed.getOrDefault(address.text(), now))))
                .toList();
    }

    private static Suppression objected(Address address, Instant since) {
        var cause = Cause.ERASED_OBJECTION;
        return new Suppression(
                NO_ENTRY,
                address.channel(),
                address.text(),
                cause.usualScope(),
                cause,
                new Entry("", "erasure", since),
                null,
                null);
    }

    /** A page of the list, newest first. */
    public List<Suppression> list(Filter filter, Instant now) {
        var text = """
                select * from suppression
                where (?::text is null or address in (?, lower(?))) and (?::uuid is null or id < ?)
                    and (not ? or %s)
                order by id desc limit ?
                """.formatted(IN_FORCE);
        return sql.run(text, statement -> {
            for (int i = 1; i <= 3; i++) {
                statement.setString(i, filter.address());
            }
            statement.setObject(4, filter.before());
            statement.setObject(5, filter.before());
            statement.setBoolean(6, filter.inForce());
            setTime(statement, 7, now);
            statement.setInt(8, filter.limit());
            return Sql.rows(statement, SuppressionTable::suppression);
        });
    }

    public Optional<Suppression> find(UUID id) {
        return sql.run("select * from suppression where id = ?", statement -> {
            statement.setObject(1, id);
            return Sql.rows(statement, SuppressionTable::suppression).stream().findFirst();
        });
    }

    /** Puts an address on the list, in the caller's transaction; one that is there for the same cause begins anew. */
    public void add(Suppression added) {
        var ended = """
                update suppression set lifted_at = ?, lifted_by = ?, lifted_why = 'put on the list again'
                where channel = ? and address = ? and cause = ? and lifted_at is null
                """;
        sql.run(ended, statement -> {
            setTime(statement, 1, added.entry().at());
            statement.setString(2, added.entry().recordedBy());
            statement.setString(3, added.channel().name());
            statement.setString(4, added.address());
            statement.setString(5, added.cause().code());
            return statement.executeUpdate();
        });
        var text = """
                insert into suppression
                    (id, channel, address, scope, cause, note, recorded_by, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (channel, address, cause) where lifted_at is null do nothing
                """;
        sql.run(text, statement -> {
            statement.setObject(1, added.id());
            statement.setString(2, added.channel().name());
            statement.setString(3, added.address());
            statement.setString(4, added.scope().code());
            statement.setString(5, added.cause().code());
            statement.setString(6, added.entry().note());
            statement.setString(7, added.entry().recordedBy());
            setTime(statement, 8, added.entry().at());
            setTime(statement, 9, added.expiresAt());
            return statement.executeUpdate();
        });
    }

    /**
     * Takes an entry off the list.
     *
     * @return whether it was on it
     */
    public boolean lift(UUID id, Entry lift) {
        var text = """
                update suppression set lifted_at = ?, lifted_by = ?, lifted_why = ?
                where id = ? and %s
                """.formatted(IN_FORCE);
        return sql.run(text, statement -> {
            setTime(statement, 1, lift.at());
            statement.setString(2, lift.recordedBy());
            statement.setString(3, lift.note());
            statement.setObject(4, id);
            setTime(statement, 5, lift.at());
            return statement.executeUpdate() == 1;
        });
    }

    private static Suppression suppression(ResultSet row) throws SQLException {
        var lifted = time(row, "lifted_at");
        return new Suppression(
                row.getObject("id", UUID.class),
                new Channel(row.getString("channel")),
                row.getString("address"),
                Scope.of(row.getString("scope")),
                Cause.of(row.getString("cause")),
                new Entry(
                        row.getString("note"),
                        row.getString("recorded_by"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()),
                time(row, "expires_at"),
                lifted == null ? null : new Entry(row.getString("lifted_why"), row.getString("lifted_by"), lifted));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static void setTime(PreparedStatement statement, int index, @Nullable Instant time) throws SQLException {
        statement.setObject(index, time == null ? null : time.atOffset(ZoneOffset.UTC));
    }
}
