package io.chancery.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Makes a repeated request give the first answer again instead of doing the work twice. */
@ApplicationScoped
public class Idempotency {

    private final DataSource database;
    private final Clock clock;

    Idempotency(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What the caller is told.
     *
     * @param replayed whether it is the answer to an earlier, equal request
     */
    public record Answer(int status, @Nullable String location, String body, boolean replayed) {}

    /** Which request this is: who asks, under which key, for what. */
    public record Request(UUID clientId, String key, byte[] hash) {}

    /**
     * Does the work once, in one transaction with the memory of having done it; a failure leaves no memory.
     *
     * @throws IdempotencyException if the key is malformed, was used for another request, or is being worked on
     */
    @Transactional
    public Answer once(Request request, Supplier<Answer> work) {
        if (request.key().isBlank() || request.key().length() > 256) {
            throw IdempotencyException.malformed();
        }
        try (var connection = database.getConnection()) {
            if (!tryLock(connection, request)) {
                throw IdempotencyException.stillRunning();
            }
            var earlier = find(connection, request);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            var answer = work.get();
            remember(connection, request, answer);
            return answer;
        } catch (SQLException e) {
            throw new IllegalStateException("Idempotency keys could not be read or written", e);
        }
    }

    /** Released by the end of the transaction, so a crash cannot leave it behind. */
    private static boolean tryLock(Connection connection, Request request) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, request.clientId() + request.key());
            try (var row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static Optional<Answer> find(Connection connection, Request request) throws SQLException {
        var sql =
                "select request_hash, status, location, response from idempotency_key where client_id = ? and key = ?";
        try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, request.clientId());
            select.setString(2, request.key());
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!MessageDigest.isEqual(row.getBytes(1), request.hash())) {
                    throw IdempotencyException.otherRequest();
                }
                return Optional.of(new Answer(row.getInt(2), row.getString(3), row.getString(4), true));
            }
        }
    }

    private void remember(Connection connection, Request request, Answer answer) throws SQLException {
        var sql = "insert into idempotency_key (client_id, key, request_hash, status, location, response, created_at)"
                + " values (?, ?, ?, ?, ?, ?, ?)";
        try (var insert = connection.prepareStatement(sql)) {
            insert.setObject(1, request.clientId());
            insert.setString(2, request.key());
            insert.setBytes(3, request.hash());
            insert.setInt(4, answer.status());
            insert.setString(5, answer.location());
            insert.setString(6, answer.body());
            insert.setObject(7, clock.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }
}
