package io.chancery.platform.security;

import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Who may call, by their keys. */
@ApplicationScoped
public class ApiClients {

    /** Every role there is. */
    public static final Set<String> ROLES =
            Set.of("system", "author", "approver", "steward", "agent", "compliance", "operator", "admin");

    /** A revoked key is refused after this at the latest, on every node. */
    private static final Duration CACHE_LIFE = Duration.ofSeconds(30);

    private static final String TEST = "test";

    private final DataSource database;
    private final Sql sql;
    private final IdGenerator ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    /** By id; what a client is it stays. */
    private final Map<UUID, Boolean> tests = new ConcurrentHashMap<>();

    private record Known(byte[] hash, ApiClient client, Instant until) {}

    ApiClients(DataSource database, Sql sql, IdGenerator ids, Clock clock) {
        this.database = database;
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /** The client that holds this key, if it is a valid one. */
    public Optional<ApiClient> authenticate(String text) {
        return ApiKey.parse(text).flatMap(key -> {
            var entry = known.get(key.id());
            if (entry == null || entry.until().isBefore(clock.instant())) {
                entry = load(key.id()).orElse(null);
            }
            if (entry == null || !MessageDigest.isEqual(entry.hash(), key.hash())) {
                return Optional.empty();
            }
            known.put(key.id(), entry);
            return Optional.of(entry.client());
        });
    }

    /** The client with this name, if its key has not been revoked; people are none. */
    public Optional<ApiClient> find(String name) {
        return query("name", name).map(Known::client);
    }

    /** Whether nobody can call yet. */
    public boolean isEmpty() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select not exists (select from api_client)");
                var row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("API clients could not be read", e);
        }
    }

    /** Whether nothing is really sent that a client asks for. */
    public boolean isTest(UUID id) {
        return tests.computeIfAbsent(
                id,
                missing -> sql.run("select kind = 'test' from api_client where id = ?", statement -> {
                    statement.setObject(1, id);
                    return Sql.rows(statement, row -> row.getBoolean(1)).contains(true);
                }));
    }

    /**
     * Makes a client with a new key, if there is no client of that name yet.
     *
     * @return the key, which is shown once and kept nowhere
     */
    @Transactional
    public Optional<String> createIfMissing(String name, Set<String> roles) {
        return createIfMissing(name, roles, false);
    }

    /**
     * The same, for any kind.
     *
     * @param test whether nothing is really sent that the client asks for
     */
    @Transactional
    public Optional<String> createIfMissing(String name, Set<String> roles, boolean test) {
        var key = ApiKey.generate(random, test);
        var sql = """
                insert into api_client (id, name, kind, key_id, key_hash, roles, created_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (name) do nothing
                """;
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            insert.setObject(1, ids.next());
            insert.setString(2, name);
            insert.setString(3, test ? TEST : "live");
            insert.setString(4, key.id());
            insert.setBytes(5, key.hash());
            insert.setArray(6, connection.createArrayOf("text", roles.toArray()));
            insert.setObject(7, clock.instant().atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1 ? Optional.of(key.text()) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("The API client could not be created", e);
        }
    }

    /**
     * A client as operators see it.
     *
     * @param revokedAt null while its key is good
     */
    public record Registered(
            String name,
            String kind,
            List<String> roles,
            Instant createdAt,
            @Nullable Instant revokedAt) {}

    /** Every client there ever was, by name, but for people, who have no key. */
    List<Registered> list() {
        var text =
                "select name, kind, roles, created_at, revoked_at from api_client where kind <> 'person' order by name";
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(text)) {
            return Sql.rows(select, row -> {
                var revoked = row.getObject(5, OffsetDateTime.class);
                return new Registered(
                        row.getString(1),
                        row.getString(2),
                        Stream.of((String[]) row.getArray(3).getArray())
                                .sorted()
                                .toList(),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        revoked == null ? null : revoked.toInstant());
            });
        } catch (SQLException e) {
            throw new IllegalStateException("API clients could not be read", e);
        }
    }

    /**
     * Makes a client's key worthless, and has its webhooks told nothing more of its messages; false if there is no such
     * client, or if it was revoked before.
     */
    @Transactional
    boolean revoke(String name) {
        var text = """
                with revoked as (
                    update api_client set revoked_at = ? where name = ? and kind <> 'person' and revoked_at is null returning id),
                disabled as (
                    update webhook set enabled = false, disabled_reason = 'The key of its client has been revoked'
                    from revoked where webhook.client_id = revoked.id and not everybody and enabled)
                select count(*) from revoked
                """;
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(text)) {
            update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            update.setString(2, name);
            known.clear();
            return Sql.rows(update, row -> row.getInt(1)).get(0) == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("The API client could not be revoked", e);
        }
    }

    private Optional<Known> load(String keyId) {
        known.remove(keyId);
        return query("key_id", keyId);
    }

    private Optional<Known> query(String column, String value) {
        var sql =
                "select id, name, roles, key_hash, kind from api_client where revoked_at is null and kind <> 'person' and "
                        + column + " = ?";
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, value);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                var roles = Set.copyOf(Arrays.asList((String[]) row.getArray(3).getArray()));
                var client = new ApiClient(
                        row.getObject(1, UUID.class), row.getString(2), roles, TEST.equals(row.getString(5)));
                return Optional.of(
                        new Known(row.getBytes(4), client, clock.instant().plus(CACHE_LIFE)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("API clients could not be read", e);
        }
    }
}
