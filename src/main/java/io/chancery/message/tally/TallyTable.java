package io.chancery.message.tally;

import io.chancery.message.Volumes.Grain;
import io.chancery.message.Volumes.Speed;
import io.chancery.message.Volumes.Tally;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.EventKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The tallies, and how far the events were counted. */
@ApplicationScoped
class TallyTable {

    /** What is only tried with a test key happens to nobody. */
    private static final String COUNT = """
            with seen as materialized (
                select tx, id, delivery_id, at, kind, detail ->> 'pages' as pages from event
                where tx >= ?::xid8 and tx < pg_snapshot_xmin(pg_current_snapshot()) and (tx, id) > (?::xid8, ?)
                order by tx, id limit ?),
            told as (
                select seen.at, kind, channel, message.template, purpose, coalesce(pages::bigint, 0) as pages,
                    greatest(0, extract(epoch from seen.at - greatest(message.created_at, message.send_at))) as seconds
                from seen join delivery on delivery.id = seen.delivery_id
                    join message on message.id = delivery.message_id
                    join template_version as version on version.id = message.template_version_id
                where not message.test and kind in ('accepted', 'rendered', 'held', 'sent', 'delivered', 'failed',
                    'returned', 'skipped', 'cancelled', 'expired', 'unconfirmed')),
            counted as (
                insert into message_tally (grain, at, channel, template, purpose, kind, events, pages, seconds,
                    within_minute, within_hour, within_day)
                select grain, date_trunc(grain, told.at, ?), channel, template, purpose, kind, count(*), sum(pages),
                    sum(seconds)::bigint, count(*) filter (where seconds <= 60),
                    count(*) filter (where seconds <= 3600), count(*) filter (where seconds <= 86400)
                from told cross join (values ('hour'), ('day')) as grains (grain)
                group by 1, 2, 3, 4, 5, 6
                on conflict (grain, at, channel, template, purpose, kind) do update set
                    events = message_tally.events + excluded.events, pages = message_tally.pages + excluded.pages,
                    seconds = message_tally.seconds + excluded.seconds,
                    within_minute = message_tally.within_minute + excluded.within_minute,
                    within_hour = message_tally.within_hour + excluded.within_hour,
                    within_day = message_tally.within_day + excluded.within_day)
            select tx::text, id, (select count(*) from seen) from seen order by seen.tx desc, id desc limit 1
            """;

    private final Sql sql;

    TallyTable(Sql sql) {
        this.sql = sql;
    }

    /** Up to where events were counted. */
    record Place(String tx, UUID id) {}

    /** The last event that was counted, and how many there were. */
    record Counted(Place last, int events) {}

    /** Locks the place that was reached; empty while another node goes on from it. */
    Optional<Place> lockReached() {
        var text = "select tx::text, id from message_tally_cursor for update skip locked";
        return sql
                .run(
                        text,
                        statement ->
                                Sql.rows(statement, row -> new Place(row.getString(1), row.getObject(2, UUID.class))))
                .stream()
                .findFirst();
    }

    /** Counts the events that come next, but none that an open transaction could still come before. */
    Optional<Counted> count(Place reached, int limit, ZoneId zone) {
        return sql.run(COUNT, statement -> {
            statement.setString(1, reached.tx());
            statement.setString(2, reached.tx());
            statement.setObject(3, reached.id());
            statement.setInt(4, limit);
            statement.setString(5, zone.getId());
            return Sql.rows(
                            statement,
                            row -> new Counted(
                                    new Place(row.getString(1), row.getObject(2, UUID.class)), row.getInt(3)))
                    .stream()
                    .findFirst();
        });
    }

    void reach(Place place) {
        sql.run("update message_tally_cursor set tx = ?::xid8, id = ?", statement -> {
            statement.setString(1, place.tx());
            statement.setObject(2, place.id());
            return statement.executeUpdate();
        });
    }

    /** Forgets hours that nobody asks for any more. */
    void deleteHoursBefore(Instant time) {
        sql.run("delete from message_tally where grain = 'hour' and at < ?", statement -> {
            statement.setObject(1, time.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    List<Tally> since(Instant time, Grain grain) {
        var text = """
                select at, channel, template, purpose, kind, pages, events, seconds, within_minute, within_hour, within_day
                from message_tally where grain = ? and at >= ? order by at
                """;
        return sql.run(text, statement -> {
            statement.setString(1, grain.name().toLowerCase(Locale.ROOT));
            statement.setObject(2, time.atOffset(ZoneOffset.UTC));
            return Sql.rows(statement, TallyTable::tally);
        });
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("channel"),
                row.getString("template"),
                row.getString("purpose"),
                EventKind.of(row.getString("kind")),
                row.getLong("pages"),
                new Speed(
                        row.getLong("events"),
                        row.getLong("seconds"),
                        row.getLong("within_minute"),
                        row.getLong("within_hour"),
                        row.getLong("within_day")));
    }
}
