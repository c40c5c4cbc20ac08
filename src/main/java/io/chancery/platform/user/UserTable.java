package io.chancery.platform.user;

import io.chancery.platform.Sql;
import io.chancery.platform.security.ApiClient;
import io.chancery.platform.user.User.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables {@code user_account} and, for people, {@code api_client}. */
@ApplicationScoped
class UserTable {

    private static final String USERS = """
            select client.name, display_name, email, mobile, roles, subject is not null, signed_in_at, locked_until, revoked_at
            from user_account join api_client as client on client.id = client_id
            """;

    private final Sql sql;

    UserTable(Sql sql) {
        this.sql = sql;
    }

    /** What is asked when somebody signs in. */
    record Credential(
            ApiClient client,
            @Nullable String passwordHash,
            int failures,
            @Nullable Instant lockedUntil,
            boolean mustChange) {}

    List<User> list() {
        return sql.run(USERS + " order by client.name", statement -> Sql.rows(statement, UserTable::user));
    }

    Optional<User> find(String name) {
        return sql.run(USERS + " where client.name = ?", statement -> {
            statement.setString(1, name);
            return Sql.rows(statement, UserTable::user).stream().findFirst();
        });
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                roles(row, 5).sorted().toList(),
                row.getBoolean(6),
                new Standing(instant(row, 7), instant(row, 8), instant(row, 9)));
    }

    private static Stream<String> roles(ResultSet row, int column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** Of those who may sign in, by {@code client.name} or {@code subject}. */
    Optional<Credential> credential(String column, String value) {
        var text = """
                select client.id, client.name, roles, password_hash, failures, locked_until, must_change
                from user_account join api_client as client on client.id = client_id
                where revoked_at is null and\s""" + column + " = ?";
        return sql.run(text, statement -> {
            statement.setString(1, value);
            return Sql.rows(
                            statement,
                            row -> new Credential(
                                    new ApiClient(
                                            row.getObject(1, UUID.class),
                                            row.getString(2),
                                            Set.copyOf(roles(row, 3).toList()),
                                            false),
                                    row.getString(4),
                                    row.getInt(5),
                                    instant(row, 6),
                                    row.getBoolean(7)))
                    .stream()
                    .findFirst();
        });
    }

    /** Of somebody for whom another system vouches; whether or not they may sign in. */
    Optional<String> nameOf(String subject) {
        var text = "select name from user_account join api_client on id = client_id where subject = ?";
        return sql.run(text, statement -> {
            statement.setString(1, subject);
            return Sql.rows(statement, row -> row.getString(1)).stream().findFirst();
        });
    }

    boolean signedInSince(String name, Instant at) {
        var text = """
                select signed_in_at >= ? from user_account join api_client on id = client_id where name = ?
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setString(2, name);
            return Sql.rows(statement, row -> row.getBoolean(1)).contains(true);
        });
    }

    /** False if there is or was a client of this name. */
    boolean insert(UUID id, NewUser user, Secret secret, Instant at) {
        var client = """
                insert into api_client (id, name, kind, roles, created_at) values (?, ?, 'person', ?, ?)
                on conflict (name) do nothing
                """;
        boolean isNew = sql.run(client, statement -> {
            statement.setObject(1, id);
            statement.setString(2, user.name());
            statement.setArray(
                    3,
                    statement.getConnection().createArrayOf("text", user.roles().toArray()));
            statement.setObject(4, at.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate() == 1;
        });
        if (isNew) {
            insertAccount(id, user, secret);
        }
        return isNew;
    }

    /**
     * How somebody proves who they are.
     *
     * @param passwordHash null if another system vouches for them
     * @param subject null if they have a password here
     */
    record Secret(
            @Nullable String passwordHash,
            boolean mustChange,
            @Nullable String subject) {}

    private void insertAccount(UUID id, NewUser user, Secret secret) {
        var account = """
                insert into user_account (client_id, display_name, email, mobile, password_hash, must_change, subject)
                values (?, ?, ?, ?, ?, ?, ?)
                """;
        sql.run(account, statement -> {
            statement.setObject(1, id);
            statement.setString(2, user.displayName());
            statement.setString(3, user.email());
            statement.setString(4, user.mobile());
            statement.setString(5, secret.passwordHash());
            statement.setBoolean(6, secret.mustChange());
            statement.setString(7, secret.subject());
            return statement.executeUpdate();
        });
    }

    boolean change(NewUser user) {
        var text = """
                with changed as (update api_client set roles = ? where name = ? and kind = 'person' returning id)
                update user_account set display_name = ?, email = ?, mobile = ? from changed where client_id = changed.id
                """;
        return sql.run(text, statement -> {
            statement.setArray(
                    1,
                    statement.getConnection().createArrayOf("text", user.roles().toArray()));
            statement.setString(2, user.name());
            statement.setString(3, user.displayName());
            statement.setString(4, user.email());
            statement.setString(5, user.mobile());
            return statement.executeUpdate() == 1;
        });
    }

    /** @param at null lets them sign in again */
    boolean setDisabled(String name, @Nullable Instant at) {
        return sql.run("update api_client set revoked_at = ? where name = ? and kind = 'person'", statement -> {
            statement.setObject(1, at == null ? null : at.atOffset(ZoneOffset.UTC));
            statement.setString(2, name);
            return statement.executeUpdate() == 1;
        });
    }

    boolean setPassword(String name, String hash, boolean mustChange) {
        var text = """
                update user_account set password_hash = ?, must_change = ?, failures = 0, locked_until = null
                from api_client where id = client_id and name = ? and password_hash is not null
                """;
        return sql.run(text, statement -> {
            statement.setString(1, hash);
            statement.setBoolean(2, mustChange);
            statement.setString(3, name);
            return statement.executeUpdate() == 1;
        });
    }

    void signedIn(UUID id, Instant at) {
        sql.run(
                "update user_account set failures = 0, locked_until = null, signed_in_at = ? where client_id = ?",
                statement -> {
                    statement.setObject(1, at.atOffset(ZoneOffset.UTC));
                    statement.setObject(2, id);
                    return statement.executeUpdate();
                });
    }

    void failed(UUID id, @Nullable Instant lockedUntil) {
        sql.run("update user_account set failures = failures + 1, locked_until = ? where client_id = ?", statement -> {
            statement.setObject(1, lockedUntil == null ? null : lockedUntil.atOffset(ZoneOffset.UTC));
            statement.setObject(2, id);
            return statement.executeUpdate();
        });
    }
}
