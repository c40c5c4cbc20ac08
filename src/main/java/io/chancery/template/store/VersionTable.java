package io.chancery.template.store;

import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What the versions of templates, blocks and brands have in common. */
@ApplicationScoped
class VersionTable {

    private static final String VERSION = "select id, %1$s as key, number, digest from %1$s_version where ";

    private final Sql sql;
    private final IdGenerator ids;
    private final Clock clock;

    VersionTable(Sql sql, IdGenerator ids, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param digest of everything that makes it what it is */
    record Version(UUID id, String key, int number, byte[] digest) {

        private static Version of(ResultSet row) throws SQLException {
            return new Version(
                    row.getObject("id", UUID.class),
                    row.getString("key"),
                    row.getInt("number"),
                    row.getBytes("digest"));
        }
    }

    /** Lets one transaction at a time make versions; readers are not kept waiting. */
    void lock() {
        sql.run("lock table template in share row exclusive mode", PreparedStatement::execute);
    }

    /** Keeps others from doing anything to the versions of one source. */
    void lock(SourceKey source) {
        run("select key from %1$s where key = ? for update", source, PreparedStatement::execute);
    }

    Optional<Version> find(SourceKey source, int number) {
        return run(VERSION + "%1$s = ? and number = ? and number > 0", source, statement -> {
            statement.setInt(2, number);
            return first(statement);
        });
    }

    Optional<Version> find(Kind kind, UUID id) {
        return sql.run(VERSION.formatted(kind.code()) + "id = ?", statement -> {
            statement.setObject(1, id);
            return first(statement);
        });
    }

    /** The version with the highest number, wherever it stands. */
    Optional<Version> findLast(SourceKey source) {
        return run(VERSION + "%1$s = ? and number > 0 order by number desc limit 1", source, VersionTable::first);
    }

    /** The one among those without a number that is like this. */
    Optional<Version> findTrial(SourceKey source, byte[] digest) {
        return run(VERSION + "%1$s = ? and digest = ? and number = 0", source, statement -> {
            statement.setBytes(2, digest);
            return first(statement);
        });
    }

    /** The version that the folder said last. */
    Optional<Version> findImported(SourceKey source) {
        return run(VERSION + "id = (select imported_version_id from %1$s where key = ?)", source, VersionTable::first);
    }

    void setImported(SourceKey source, UUID version) {
        var text = "update %1$s set imported_version_id = ? where key = ?";
        sql.run(text.formatted(source.kind().code()), statement -> {
            statement.setObject(1, version);
            statement.setString(2, source.key());
            return statement.executeUpdate();
        });
    }

    /** Makes the first version of a source possible. */
    void begin(SourceKey source) {
        run("insert into %1$s (key) values (?) on conflict do nothing", source, PreparedStatement::executeUpdate);
    }

    /** Makes the next version of a block or a brand. */
    Version add(SourceKey part, SortedMap<String, SourceFileEntity> files) {
        begin(part);
        int number = findLast(part).map(Version::number).orElse(0) + 1;
        var version = new Version(ids.next(), part.key(), number, Digest.of(files));
        var text = "insert into %1$s_version (%1$s, id, number, digest, created_at) values (?, ?, ?, ?, ?)";
        run(text, part, statement -> {
            statement.setObject(2, version.id());
            statement.setInt(3, version.number());
            statement.setBytes(4, version.digest());
            statement.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
        files.forEach((path, file) -> addFile(part.kind(), version.id(), path, file.id));
        return version;
    }

    private void addFile(Kind kind, UUID version, String path, UUID file) {
        var text = "insert into %1$s_version_file (%1$s_version_id, path, file_id) values (?, ?, ?)";
        sql.run(text.formatted(kind.code()), statement -> {
            statement.setObject(1, version);
            statement.setString(2, path);
            statement.setObject(3, file);
            return statement.executeUpdate();
        });
    }

    /** The files of a version by their path. */
    SortedMap<String, byte[]> files(Kind kind, UUID version) {
        return files(kind, version, "content");
    }

    /** The SHA-256 of each of them. */
    SortedMap<String, byte[]> fileDigests(Kind kind, UUID version) {
        return files(kind, version, "sha256");
    }

    private SortedMap<String, byte[]> files(Kind kind, UUID version, String what) {
        var text = """
                select path, %2$s from %1$s_version_file join source_file on source_file.id = file_id
                where %1$s_version_id = ?
                """;
        return sql.run(text.formatted(kind.code(), what), statement -> {
            statement.setObject(1, version);
            var files = new TreeMap<String, byte[]>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    files.put(row.getString(1), row.getBytes(2));
                }
            }
            return files;
        });
    }

    /** Runs a statement on the tables of a kind, whose first parameter is the key. */
    private <T> T run(String text, SourceKey source, Sql.Work<T> work) {
        return sql.run(text.formatted(source.kind().code()), statement -> {
            statement.setString(1, source.key());
            return work.with(statement);
        });
    }

    private static Optional<Version> first(PreparedStatement query) throws SQLException {
        return Sql.rows(query, Version::of).stream().findFirst();
    }
}
