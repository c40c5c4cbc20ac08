package io.chancery.customer.person;

import static java.util.Objects.requireNonNull;

import io.chancery.platform.Sql;
import io.chancery.platform.digest.CanonicalBytes;
import io.chancery.platform.keys.MasterKey;
import io.chancery.platform.person.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;

/**
 * Records of persons who were erased. A source that goes on delivering one must not make the person known again: it is put in
 * quarantine, which is to say that nothing of it is kept, until a steward says that it is a new relationship. What is
 * remembered is a hash under a key that is not in the database, which tells nothing to whoever does not have the record's id.
 */
@ApplicationScoped
public class ErasedRecords {

    private final Sql sql;
    private final SecretKey key;
    private final Clock clock;

    ErasedRecords(Sql sql, MasterKey master, Clock clock) {
        this.sql = sql;
        this.key = master.derived("erased records");
        this.clock = clock;
    }

    /** Keeps the records of a person out from now on, in the caller's transaction. */
    void remember(Person person) {
        var text = """
                insert into erased_record (record_hash, source, erased_at)
                select hash, split_part(name, '/', 1), ? from unnest(?::bytea[], ?::text[]) as record (hash, name)
                on conflict (record_hash) do nothing
                """;
        sql.run(text, statement -> {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            Sql.setBytes(statement, 2, person.names().stream().map(this::hash));
            Sql.setTexts(statement, 3, person.names().stream());
            return statement.executeUpdate();
        });
    }

    /** Which of a source's records are in quarantine; that they came is noted. */
    public Set<String> quarantined(String source, Collection<String> externalIds) {
        if (externalIds.isEmpty() || !any(source)) {
            return Set.of();
        }
        var byHash = externalIds.stream()
                .collect(Collectors.toMap(id -> ByteBuffer.wrap(hash(source + "/" + id)), Function.identity()));
        var text = "update erased_record set refused_at = ? where record_hash = any (?) returning record_hash";
        return sql.run(text, statement -> {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            Sql.setBytes(statement, 2, byHash.keySet().stream().map(ByteBuffer::array));
            return Set.copyOf(Sql.rows(statement, row -> requireNonNull(byHash.get(ByteBuffer.wrap(row.getBytes(1))))));
        });
    }

    private boolean any(String source) {
        return sql.run("select exists (select from erased_record where source = ?)", statement -> {
            statement.setString(1, source);
            return Sql.rows(statement, row -> row.getBoolean(1)).get(0);
        });
    }

    /**
     * Lets a record in again, in the caller's transaction.
     *
     * @return whether it was in quarantine
     */
    boolean readmit(String source, String externalId) {
        return sql.run("delete from erased_record where record_hash = ?", statement -> {
            statement.setBytes(1, hash(source + "/" + externalId));
            return statement.executeUpdate() == 1;
        });
    }

    private byte[] hash(String name) {
        return new CanonicalBytes().text(name).commitment(key);
    }
}
