package io.chancery.dispatch.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chancery.archive.NewEvent;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.RecordingChannelAdapter;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is taken out of the queue is never handed over, and what is not taken out is. */
class WithdrawalTest {

    private static final int SHARD = 5;

    private DispatchFixture fixture;
    private Withdrawal withdrawal;
    private final RecordingChannelAdapter adapter = new RecordingChannelAdapter(DispatchFixture.CHANNEL, 4);

    @BeforeEach
    void create() {
        fixture = new DispatchFixture();
        withdrawal = new Withdrawal(fixture.database().sql());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Set<UUID> withdraw(UUID... ids) {
        Map<UUID, Channel> asked =
                List.of(ids).stream().collect(Collectors.toMap(id -> id, id -> DispatchFixture.CHANNEL));
        return fixture.database().call(() -> {
            var withdrawn = withdrawal.withdraw(SHARD, asked);
            fixture.archive()
                    .record(withdrawn.stream()
                            .map(id -> NewEvent.because(id, EventKind.CANCELLED, Reason.CANCELLED, Map.of()))
                            .toList());
            return withdrawn;
        });
    }

    @Test
    void what_waits_for_its_turn_is_taken_out_whatever_its_priority() {
        var transactional = fixture.given(fixture.aDelivery(SHARD));
        var ofRun = fixture.given(DispatchFixture.ofRun(fixture.aDelivery(SHARD)));
        var marketing = fixture.given(DispatchFixture.marketing(fixture.aDelivery(SHARD)));
        var stays = fixture.given(fixture.aDelivery(SHARD));

        assertThat(withdraw(transactional, ofRun, marketing))
                .containsExactlyInAnyOrder(transactional, ofRun, marketing);

        fixture.worker(adapter).start();
        await().until(() -> fixture.status(stays).equals("sent"));
        assertThat(adapter.deliveries()).containsExactly(stays);
        assertThat(fixture.isEmpty()).isTrue();
    }

    @Test
    void what_waits_for_another_attempt_is_taken_out() {
        var id = fixture.given(fixture.aDelivery(SHARD));
        adapter.answer(handover -> new Temporary("451", ""));
        fixture.worker(adapter).start();
        await().until(() -> fixture.events(id).contains("deferred"));

        assertThat(withdraw(id)).containsExactly(id);
        assertThat(fixture.status(id)).isEqualTo("cancelled");
        assertThat(fixture.isEmpty()).isTrue();
    }

    @Test
    void what_is_being_handed_over_or_has_ended_or_never_was_is_not() throws InterruptedException {
        var done = fixture.given(fixture.aDelivery(SHARD));
        var worker = fixture.worker(adapter).start();
        await().until(() -> fixture.status(done).equals("sent"));
        var handedOver = new CountDownLatch(1);
        adapter.answer(handover -> {
            awaitQuietly(handedOver);
            return RecordingChannelAdapter.accept(handover);
        });
        var begun = fixture.given(fixture.aDelivery(SHARD));
        worker.node().signal().wakeHere();
        await().until(() -> adapter.deliveries().contains(begun));

        assertThat(withdraw(done, begun, UUID.randomUUID())).isEmpty();

        handedOver.countDown();
        await().until(() -> fixture.status(begun).equals("sent"));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void nothing_is_both_withdrawn_and_handed_over_while_the_lane_is_at_work() throws InterruptedException {
        var random = new Random(3);
        // Never so often that a delivery is given up.
        adapter.answer(handover -> handover.attempt() < 4 && random.nextInt(4) == 0
                ? new Temporary("451", "")
                : RecordingChannelAdapter.accept(handover));
        var ids = fixture.given(IntStream.range(0, 3_000)
                .mapToObj(i -> fixture.aDelivery(SHARD))
                .toList());
        var asked = new ArrayList<>(ids);
        Collections.shuffle(asked, random);
        var withdrawn = new HashSet<UUID>();
        var worker = fixture.worker(adapter).start();

        for (int i = 0; i < asked.size() && fixture.count("sent") < 2_000; i += 3) {
            withdrawn.addAll(withdraw(asked.get(i), asked.get(i + 1), asked.get(i + 2)));
        }

        assertThat(withdrawn).hasSizeGreaterThan(20);
        await().until(() -> {
            fixture.clock().pass(Duration.ofMinutes(5));
            worker.node().signal().wakeHere();
            return fixture.isEmpty();
        });
        assertThat(fixture.count("cancelled")).isEqualTo(withdrawn.size());
        // A first attempt that was put off may have come before.
        var sent = fixture.database().get("select delivery_id::text from attempt where outcome = 'accepted'");
        assertThat(sent).doesNotHaveDuplicates().hasSize(ids.size() - withdrawn.size());
        assertThat(sent)
                .doesNotContainAnyElementsOf(
                        withdrawn.stream().map(UUID::toString).toList());
    }
}
