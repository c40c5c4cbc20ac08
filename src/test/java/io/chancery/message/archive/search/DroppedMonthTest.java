package io.chancery.message.archive.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.message.archive.search.Searching.Strategy;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches pass over months that are gone. */
class DroppedMonthTest {

    private static final int COUNT = 600;
    private static final List<Condition> CONDITIONS = List.of(Condition.test(false), Condition.NOT_ERASED);

    /** Ninety days from January on, of which one month has expired. */
    private static TestDatabase database(String month) {
        var database = TestDatabase.create();
        new LoadedArchive(database).load(COUNT, 90);
        var from = Instant.parse(month + "-01T00:00:00Z");
        var low = IdGenerator.floor(from);
        var high = IdGenerator.floor(from.atZone(ZoneOffset.UTC).plusMonths(1).toInstant());
        database.execute("""
                insert into deletion_record (id, delivery_id, message_id, expiry_id, document_class, channel, rule, kept_until,
                    events, parts, proposed_by, approved_by, deleted_at, commitment)
                select id, id, id, id, 'letter', 'sms', '', now(), '{}', '{}', '', '', now(), sha256('') from delivery
                where id >= '%s' and id < '%s' limit 1
                """.formatted(low, high));
        for (var key : List.of("event.delivery_id", "archive_text.delivery_id", "delivery.id")) {
            database.execute("delete from %s where %s >= '%s' and %s < '%s'"
                    .formatted(key.split("\\.")[0], key, low, key, high));
        }
        while (!Objects.equals(database.get("select drop_empty_month()").get(0), "null")) {
            // Until all three are gone.
        }
        assertThat(database.get("select relname from pg_class where relkind = 'r' and relname ~ '_"
                        + month.replace('-', '_') + "$'"))
                .isEmpty();
        return database;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01", "2026-02"})
    void what_is_left_is_found_as_before(String month) {
        try (var database = database(month)) {
            var table = new SearchTable(database.sql());
            var left = database.get("select count(*) from delivery");
            var clock = Clock.fixed(Instant.parse("2026-04-10T00:00:00Z"), ZoneOffset.UTC);
            var words = new Strategy(null, "'rechnung'", Way.along(), CONDITIONS);

            assertThat(table.find(Way.along(), CONDITIONS, Span.ALL, COUNT).ids())
                    .hasSize(Integer.parseInt(left.get(0)))
                    .hasSizeBetween(COUNT / 2, COUNT - 1);
            assertThat(new MonthlySearch(table, clock)
                            .find(words, Span.ALL, COUNT)
                            .ids())
                    .hasSize(Integer.parseInt(left.get(0)));
            assertThat(table.find(Way.byRecipient("reader7@example.org"), CONDITIONS, Span.ALL, COUNT)
                            .ids())
                    .isNotEmpty();
        }
    }
}
