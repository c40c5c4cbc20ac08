package io.chancery.consent.store;

import io.chancery.platform.Sql;
import io.chancery.platform.digest.CanonicalBytes;
import io.chancery.platform.keys.MasterKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;

/**
 * Addresses and numbers of erased persons who objected to advertising, or complained of it. Their objection would else be
 * forgotten with them, and the next list that names them would be written to. What is kept is a hash under a key that is
 * not in the database: it answers for an address that somebody has, and gives none away.
 */
@ApplicationScoped
public class SuppressedAddresses {

    private final Sql sql;
    private final SecretKey key;
    private final Clock clock;

    SuppressedAddresses(Sql sql, MasterKey master, Clock clock) {
        this.sql = sql;
        this.key = master.derived("suppressed addresses");
        this.clock = clock;
    }

    /** Keeps addresses from being advertised to, in the caller's transaction. */
    public void add(Collection<String> addresses) {
        var text = """
                insert into suppressed_address (address_hash, created_at) select hash, ? from unnest(?::bytea[]) as hash
                on conflict (address_hash) do nothing
                """;
        sql.run(text, statement -> {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            Sql.setBytes(statement, 2, addresses.stream().map(this::hash));
            return statement.executeUpdate();
        });
    }

    /** Those of them whose owners have said themselves, by a complaint or to one of our people, that they are not to be used. */
    public List<String> complained(Collection<String> addresses) {
        var text = """
                select address from suppression
                where address = any (?) and cause in ('complaint', 'manual') and lifted_at is null
                """;
        return sql.run(text, statement -> {
            Sql.setTexts(statement, 1, addresses.stream());
            return Sql.rows(statement, row -> row.getString(1));
        });
    }

    /** Which of these are kept from advertising, since when. */
    Map<String, Instant> of(Collection<String> addresses) {
        var byHash = addresses.stream()
                .distinct()
                .collect(Collectors.toMap(address -> ByteBuffer.wrap(hash(address)), Function.identity()));
        var text = "select address_hash, created_at from suppressed_address where address_hash = any (?)";
        return sql.run(text, statement -> {
            Sql.setBytes(statement, 1, byHash.keySet().stream().map(ByteBuffer::array));
            var found = new HashMap<String, Instant>();
            Sql.rows(
                    statement,
                    row -> found.put(
                            byHash.getOrDefault(ByteBuffer.wrap(row.getBytes(1)), ""),
                            row.getObject(2, OffsetDateTime.class).toInstant()));
            return found;
        });
    }

    private byte[] hash(String address) {
        return new CanonicalBytes()
                .text(address.strip().toLowerCase(Locale.ROOT))
                .commitment(key);
    }
}
