package io.chancery.message.archive;

import io.chancery.message.ArchiveDesk.ArchiveEntry.Attempt;
import io.chancery.message.ArchiveDesk.ArchiveItem;
import io.chancery.message.archive.search.Span;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What lists and entries say of deliveries, read where it stands. */
@ApplicationScoped
class ItemTable {

    private static final String ITEMS = """
            select delivery.id, message.id, reference, message.template, version.number, message.class, purpose,
                coalesce(copy.ucid, message.ucid), delivery.channel, status, last.reason, media_type, size
            from unnest(?::uuid[]) with ordinality as asked (id, no)
                join delivery on delivery.id = asked.id
                join message on message.id = delivery.message_id
                join template_version as version on version.id = message.template_version_id
                left join copy on copy.id = delivery.copy_id
                left join lateral (select media_type, size from archive_entry
                    where delivery_id = delivery.id and part = 0) as document on true
                left join lateral (select reason from event where delivery_id = delivery.id and reason is not null
                    order by at desc, event.id desc limit 1) as last on true
            order by asked.no
            """;

    private final Sql sql;

    ItemTable(Sql sql) {
        this.sql = sql;
    }

    /** The deliveries in the order of their ids here. */
    List<ArchiveItem> items(List<UUID> ids) {
        return sql.run(ITEMS, statement -> {
            Sql.setUuids(statement, 1, ids.stream());
            return Sql.rows(statement, ItemTable::item);
        });
    }

    private static ArchiveItem item(ResultSet row) throws SQLException {
        var id = row.getObject(1, UUID.class);
        var message = new ArchiveItem.Message(
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getString(6),
                row.getString(7));
        return new ArchiveItem(
                id,
                Span.timeOf(id),
                message,
                row.getString(8),
                new Channel(row.getString(9)),
                DeliveryStatus.of(row.getString(10)),
                reason(row.getString(11)),
                document(row.getString(12), row.getInt(13)));
    }

    /** Each hand-over that has ended, in its turn. */
    List<Attempt> attempts(UUID deliveryId) {
        var text = """
                select number, provider, started_at, finished_at, outcome, provider_reference, code, text from attempt
                where delivery_id = ? order by number
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, deliveryId);
            return Sql.rows(statement, ItemTable::attempt);
        });
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getInt(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }

    private static @Nullable Reason reason(@Nullable String code) {
        return code == null ? null : Reason.of(code);
    }

    private static ArchiveItem.@Nullable Document document(@Nullable String mediaType, int size) {
        return mediaType == null ? null : new ArchiveItem.Document(mediaType, size);
    }
}
