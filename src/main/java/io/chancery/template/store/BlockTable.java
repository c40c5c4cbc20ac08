package io.chancery.template.store;

import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/** The versions of reusable parts. */
@ApplicationScoped
class BlockTable {

    private final Sql sql;
    private final IdGenerator ids;
    private final Clock clock;

    BlockTable(Sql sql, IdGenerator ids, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes a new version of each block whose source is not that of its latest version. */
    void publish(Map<String, SourceFileEntity> blocks) {
        var text = """
                insert into block_version (id, block, number, file_id, published_at)
                select ?, asked.block, coalesce(latest.number, 0) + 1, asked.file_id, ?
                from (values (?, ?::uuid)) as asked (block, file_id)
                    left join lateral (select number, file_id from block_version
                        where block_version.block = asked.block order by number desc limit 1) as latest on true
                where latest.file_id is distinct from asked.file_id
                """;
        blocks.forEach((name, file) -> sql.run(text, statement -> {
            statement.setObject(1, ids.next());
            statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setString(3, name);
            statement.setObject(4, file.id);
            return statement.executeUpdate();
        }));
    }

    /** The source of each block's latest version. */
    Map<String, byte[]> latest() {
        var text = """
                select distinct on (block) block, content
                from block_version join source_file on source_file.id = file_id order by block, number desc
                """;
        return sql.run(text, statement -> {
            var latest = new TreeMap<String, byte[]>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    latest.put(row.getString(1), row.getBytes(2));
                }
            }
            return latest;
        });
    }
}
