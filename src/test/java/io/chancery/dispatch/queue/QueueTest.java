package io.chancery.dispatch.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.QueuedDelivery;
import io.chancery.dispatch.RecordingChannelAdapter;
import io.chancery.dispatch.handover.Attempt;
import io.chancery.dispatch.outcome.ReadyDelivery;
import io.chancery.platform.work.Priority;
import io.chancery.platform.work.QueueScan;
import io.chancery.platform.work.ShardLeases;
import io.chancery.vocabulary.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In which order the queue is worked off, and what is never in it twice. */
class QueueTest {

    private static final List<Integer> SHARDS =
            IntStream.range(0, ShardLeases.COUNT).boxed().toList();

    private DispatchFixture fixture;
    private final RecordingChannelAdapter adapter = new RecordingChannelAdapter(DispatchFixture.CHANNEL, 1);

    @BeforeEach
    void create() {
        fixture = new DispatchFixture();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void single_messages_go_before_those_of_runs_these_before_marketing_and_older_before_newer() {
        var given = List.of(
                DispatchFixture.marketing(fixture.aDelivery(3)),
                DispatchFixture.ofRun(fixture.aDelivery(3)),
                fixture.aDelivery(3),
                DispatchFixture.ofRun(fixture.aDelivery(3)),
                DispatchFixture.marketing(fixture.aDelivery(3)),
                fixture.aDelivery(3));
        fixture.given(given);

        fixture.worker(adapter).start();

        await().until(() -> fixture.count("sent") == 6);
        assertThat(adapter.deliveries()).containsExactlyElementsOf(ids(given, 2, 5, 1, 3, 0, 4));
    }

    @Test
    void what_is_queued_or_was_attempted_is_not_queued_again() {
        var delivery = fixture.aDelivery(7);
        var id = fixture.given(delivery);
        assertThat(insert(delivery)).isEmpty();
        adapter.answer(handover -> new Temporary("451", ""));
        var worker = fixture.worker(adapter).start();
        await().until(() -> fixture.status(id).equals("queued"));
        assertThat(insert(delivery)).isEmpty();

        adapter.answer(RecordingChannelAdapter::accept);
        fixture.clock().pass(Duration.ofMinutes(1));
        worker.node().signal().wakeHere();
        await().until(() -> fixture.status(id).equals("sent"));

        assertThat(insert(delivery)).isEmpty();
        assertThat(fixture.isEmpty()).isTrue();
    }

    @Test
    void a_rolled_back_enqueueing_leaves_nothing() {
        assertThatThrownBy(() -> fixture.database().run(() -> {
                    fixture.queue.insert(List.of(fixture.aDelivery(0)));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(fixture.isEmpty()).isTrue();
    }

    @Test
    void every_shard_gets_its_part_however_much_one_of_them_has() throws InterruptedException {
        var heavy = fixture.given(
                IntStream.range(0, 200).mapToObj(i -> fixture.aDelivery(0)).toList());
        var light = fixture.given(
                IntStream.range(1, 11).mapToObj(i -> fixture.aDelivery(i)).toList());

        var first = scan().next(SHARDS, delivery -> true, 64);

        assertThat(idsOf(first)).containsAll(light).contains(heavy.get(0)).hasSize(64);
    }

    @Test
    void a_scan_reads_each_row_once_and_in_order_until_it_begins_anew() throws InterruptedException {
        var given = fixture.given(300);
        var scan = scan();
        var read = new ArrayList<UUID>();
        for (int i = 0; i < 6; i++) {
            read.addAll(idsOf(scan.next(SHARDS, delivery -> true, 50)));
        }

        assertThat(read).containsExactlyInAnyOrderElementsOf(given);
        assertThat(scan.next(SHARDS, delivery -> true, 50)).isEmpty();
        await().untilAsserted(() ->
                assertThat(scan.next(SHARDS, delivery -> true, 300)).hasSize(300));
    }

    @Test
    void rows_that_come_in_behind_the_place_of_reading_are_found() throws InterruptedException {
        var late = fixture.aDelivery(0);
        var given = fixture.given(fixture.aDelivery(0));
        var scan = scan();
        assertThat(idsOf(scan.next(SHARDS, delivery -> true, 10))).containsExactly(given);

        fixture.given(late);

        await().untilAsserted(() -> assertThat(idsOf(
                        scan.next(SHARDS, delivery -> !delivery.deliveryId().equals(given), 10)))
                .containsExactly(late.deliveryId()));
    }

    @Test
    void unwanted_rows_hide_none_behind_them() throws InterruptedException {
        var given = fixture.given(
                IntStream.range(0, 500).mapToObj(i -> fixture.aDelivery(9)).toList());
        var unwanted = given.subList(0, 490);

        var found = scan().next(SHARDS, delivery -> !unwanted.contains(delivery.deliveryId()), 5);

        assertThat(idsOf(found)).containsExactlyElementsOf(given.subList(490, 495));
    }

    /** The journal knows attempts by their numbers: under a wrong one, it would say after a kill that nothing was sent. */
    @Test
    void a_row_that_has_changed_since_it_was_read_is_not_begun() throws InterruptedException {
        var id = fixture.givenOne();
        var worker = fixture.worker(adapter).startByHand();
        var lease = worker.node().leases().leases().get(0);
        var read = scan().next(SHARDS, delivery -> true, 1).get(0);

        fixture.database().execute("update dispatch_queue set attempts = 1, repeat = true");
        var stale = List.of(Attempt.leftOpen(read, lease, lease.epoch()));
        assertThat(worker.opening().begin(DispatchFixture.CHANNEL, stale)).isEmpty();

        fixture.database().execute("update dispatch_queue set attempts = 0, repeat = false");
        assertThat(worker.opening().begin(DispatchFixture.CHANNEL, stale)).containsExactly(id);
    }

    @Test
    void a_slow_channel_holds_up_no_other() {
        var hang = new CountDownLatch(1);
        var slow = new RecordingChannelAdapter(new Channel("snail"), 1);
        slow.answer(handover -> {
            awaitUninterruptibly(hang);
            return RecordingChannelAdapter.accept(handover);
        });
        var stuck = fixture.aDelivery(0);
        fixture.given(new QueuedDelivery(stuck.deliveryId(), slow.channel(), 0, Priority.SINGLE, true, null));
        var quick = fixture.given(50);

        fixture.worker(slow, adapter).start();

        await().until(() -> slow.handovers().size() == 1);
        await().until(() -> adapter.deliveries().size() == quick.size());
        assertThat(fixture.status(stuck.deliveryId())).isEqualTo("sending");
        hang.countDown();
    }

    @Test
    void trouble_with_the_provider_does_not_use_up_the_attempts_of_the_backlog() {
        fixture.given(1_000);
        adapter.answer(handover -> new Temporary("refused", "connection refused"));
        var worker = fixture.worker(TestSettings.defaults().withPauseAfter(5), adapter)
                .start();
        await().until(() -> attempts("temporary") == 5);
        await().during(Duration.ofMillis(300)).until(() -> attempts("temporary") == 5);

        fixture.clock().pass(Duration.ofSeconds(1));
        worker.node().signal().wakeHere();
        await().until(() -> attempts("temporary") == 6);
        await().during(Duration.ofMillis(300)).until(() -> attempts("temporary") == 6);
        assertThat(fixture.database().get("select from open_attempt")).isEmpty();

        adapter.answer(RecordingChannelAdapter::accept);
        fixture.clock().pass(Duration.ofMinutes(2));
        worker.node().signal().wakeHere();
        await().atMost(Duration.ofSeconds(30)).until(() -> fixture.count("sent") == 1_000);
        assertThat(fixture.database().get("select max(failures) from dispatch_queue"))
                .containsExactly("null");
    }

    @Test
    void uncertain_outcomes_rest_the_channel_too() {
        fixture.given(100);
        adapter.answer(handover -> new DeliveryOutcome.Uncertain("reset"));

        fixture.worker(TestSettings.defaults().withPauseAfter(3), adapter).start();

        await().until(() -> attempts("uncertain") == 3);
        await().during(Duration.ofMillis(300)).until(() -> attempts("uncertain") == 3);
    }

    private QueueScan<ReadyDelivery> scan() {
        return new QueueScan<>(
                (priority, positions, each) -> fixture.queue.heads(DispatchFixture.CHANNEL, priority, positions, each),
                System::nanoTime);
    }

    private List<UUID> insert(QueuedDelivery delivery) {
        return fixture.database().call(() -> fixture.queue.insert(List.of(delivery)));
    }

    private int attempts(String outcome) {
        var found = fixture.database().get("select count(*) from attempt where outcome = '" + outcome + "'");
        return Integer.parseInt(found.get(0));
    }

    private static List<UUID> ids(List<QueuedDelivery> given, int... order) {
        return IntStream.of(order).mapToObj(i -> given.get(i).deliveryId()).toList();
    }

    private static List<UUID> idsOf(List<ReadyDelivery> ready) {
        return ready.stream().map(ReadyDelivery::deliveryId).toList();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean done = false;
        while (!done) {
            try {
                latch.await();
                done = true;
            } catch (InterruptedException e) {
                // The worst adapter is the one that takes no notice.
            }
        }
    }
}
