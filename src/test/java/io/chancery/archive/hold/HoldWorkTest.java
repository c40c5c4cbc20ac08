package io.chancery.archive.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.archive.ArchiveFixture;
import io.chancery.archive.ArchiveSearch;
import io.chancery.archive.DeliverySelection.Page;
import io.chancery.archive.Keeping.LegalHold;
import io.chancery.archive.expiry.TestExpiry;
import io.chancery.archive.retention.Actor;
import io.chancery.platform.TestDatabase;
import io.chancery.platform.audit.AuditLogs;
import io.chancery.vocabulary.Ucid;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hold on much is placed part by part, and nothing that it may still find goes meanwhile. */
class HoldWorkTest {

    private static final Duration TEN_YEARS = Duration.ofDays(3652);
    private static final Actor CARLA = new Actor(new UUID(0, 3), "carla");
    private static final LegalHoldOrder EVERY_THIRD = new LegalHoldOrder(null, null, "every third", "lawsuit");

    @TempDir
    Path folder;

    private ArchiveFixture archive;
    private TestDatabase database;
    private TestExpiry expiry;
    private HoldWork work;
    private LegalHolds holds;
    private List<UUID> sent;

    @BeforeEach
    void start() {
        archive = new ArchiveFixture();
        database = archive.database();
        archive.clock().pass(TEN_YEARS.negated());
        sent = archive.sent(9);
        archive.clock().pass(TEN_YEARS);
        expiry = new TestExpiry(database, AuditLogs.of(database, folder, archive.clock()), archive.clock());
        var table = new LegalHoldTable(database.sql());
        var finder = new EveryThird();
        work = new HoldWork(new PlacingTable(database.sql()), table, finder);
        holds = new LegalHolds(
                table, work, archive.archive(), finder, TestDatabase.ids(archive.clock()), archive.clock());
    }

    @AfterEach
    void stop() {
        archive.close();
    }

    /** Finds every third delivery, and looks at two of them at once. */
    private final class EveryThird implements ArchiveSearch.Finder {

        @Override
        public List<UUID> customer(Ucid ucid) {
            return List.of();
        }

        @Override
        public Page find(String query, @Nullable UUID after) {
            int end = after == null ? sent.size() : sent.indexOf(after);
            int begin = Math.max(0, end - 2);
            var found = sent.subList(begin, end).stream()
                    .filter(id -> query.equals("every third") && sent.indexOf(id) % 3 == 0)
                    .toList();
            return new Page(found, begin == 0 ? null : sent.get(begin));
        }
    }

    private UUID hold() {
        return database.call(() -> holds.hold(EVERY_THIRD, CARLA)).id();
    }

    private LegalHold get(UUID id) {
        return holds.get(id);
    }

    private List<String> held() {
        return database.get("select distinct delivery_id from holds_on(array(select id from delivery)) order by 1");
    }

    private String[] texts(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(number -> sent.get(number).toString())
                .toArray(String[]::new);
    }

    private static final class Killed extends RuntimeException {}

    @Test
    void it_is_in_force_at_once_and_is_on_all_that_it_has_not_come_to() {
        var id = hold();

        assertThat(get(id).on().deliveries()).isEqualTo(1);
        assertThat(get(id).on().beingPlaced()).isTrue();
        assertThat(held())
                .as("one of the two newest parts, which have been looked at, and all before them")
                .containsExactly(texts(0, 1, 2, 3, 4, 6));

        while (database.call(work::step)) {
            // Until all is listed.
        }

        assertThat(get(id).on().deliveries()).isEqualTo(3);
        assertThat(get(id).on().beingPlaced()).isNull();
        assertThat(held()).containsExactly(texts(0, 3, 6));
    }

    @Test
    void what_was_killed_between_two_parts_goes_on_and_nothing_has_expired_meanwhile() {
        var id = hold();
        database.call(work::step);
        var before = held();
        assertThatThrownBy(() -> database.run(() -> {
                    work.step();
                    throw new Killed();
                }))
                .isInstanceOf(Killed.class);

        assertThat(held()).isEqualTo(before);
        expiry.run();
        assertThat(database.get("select count(*) from delivery")).containsExactly("9");

        while (database.call(work::step)) {
            // Until all is listed.
        }
        expiry.goOn();

        assertThat(get(id).on().deliveries()).isEqualTo(3);
        assertThat(database.get("select count(*) from delivery")).containsExactly("3");
        assertThat(database.get("select id from delivery order by id")).isEqualTo(held());
    }

    @Test
    void what_is_released_is_placed_no_further() {
        var id = hold();

        database.run(() -> holds.release(id, "settled", CARLA));

        assertThat(database.call(work::step)).isFalse();
        assertThat(held()).isEmpty();
        assertThat(get(id).on().beingPlaced()).isNull();
    }

    @Test
    void a_query_that_finds_nothing_anywhere_holds_nothing() {
        var nothing = new LegalHoldOrder(null, null, "nothing", "lawsuit");

        assertThatThrownBy(() -> database.run(() -> holds.hold(nothing, CARLA))).hasMessageContaining("refused");

        assertThat(database.get("select count(*) from legal_hold")).containsExactly("0");
        assertThat(database.get("select count(*) from legal_hold_progress")).containsExactly("0");
    }
}
