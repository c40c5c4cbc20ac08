package io.chancery.dispatch.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.dispatch.Handover;
import io.chancery.dispatch.RecordingChannelAdapter;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of attempts whose process or lease ends before their outcome is on record. */
class RecoveryTest {

    private DispatchFixture fixture;
    private final RecordingChannelAdapter adapter = new RecordingChannelAdapter(DispatchFixture.CHANNEL, 4);
    private final CountDownLatch hang = new CountDownLatch(1);

    @BeforeEach
    void create() {
        fixture = new DispatchFixture();
    }

    @AfterEach
    void close() {
        hang.countDown();
        fixture.close();
    }

    @Test
    void a_kill_after_the_provider_accepted_ends_in_sent_with_its_reference_and_no_repeat() {
        var id = fixture.givenOne();
        var worker = fixture.worker(adapter).startByHand();
        worker.feed();
        await().until(() -> worker.journal().find(id, 1).reference().equals("ref-" + id));

        worker.killAndRestart().feed();
        worker.flush();

        assertThat(fixture.details(id))
                .containsExactly("attempted 1 - {}", "sent 1 - {\"reference\": \"ref-" + id + "\"}");
        assertThat(adapter.handovers()).hasSize(1);
        assertThat(fixture.isEmpty()).isTrue();
    }

    @Test
    void a_kill_beyond_the_point_of_no_return_ends_in_a_marked_repeat() {
        var id = fixture.givenOne();
        var worker = killedBeyondTheReturn(id);

        worker.feed();
        worker.flush();
        assertThat(fixture.events(id)).containsExactly("attempted", "uncertain", "repeated");
        assertThat(fixture.status(id)).isEqualTo("queued");

        awaitSent(worker, id);
        assertThat(fixture.details(id)).contains("attempted 2 - {\"repeat\": \"true\"}");
        assertThat(adapter.handovers()).extracting(Handover::repeat).containsExactly(false, true);
    }

    @Test
    void a_kill_beyond_the_point_of_no_return_is_held_if_the_policy_says_so() {
        var id = fixture.given(DispatchFixture.holding(fixture.aDelivery(0)));
        var worker = killedBeyondTheReturn(id);

        worker.feed();
        worker.flush();

        assertThat(fixture.status(id)).isEqualTo("uncertain");
        assertThat(adapter.handovers()).hasSize(1);
        assertThat(fixture.isEmpty()).isTrue();
    }

    @Test
    void a_kill_before_the_point_of_no_return_is_made_good_at_once_and_is_no_repeat() {
        var id = fixture.givenOne();
        adapter.answer(handover -> {
            awaitUninterruptibly(hang);
            return new Accepted("");
        });
        var worker = fixture.worker(adapter).startByHand();
        worker.feed();
        await().until(() -> adapter.handovers().size() == 1);
        adapter.answer(RecordingChannelAdapter::accept);

        worker.killAndRestart().feed();
        worker.flush();

        awaitSent(worker, id);
        assertThat(fixture.attempts(id)).containsExactly("1 not-made f", "2 accepted f");
        assertThat(fixture.events(id)).containsExactly("attempted", "deferred", "attempted", "sent");
    }

    @Test
    void a_kill_after_the_provider_declined_is_no_repeat() {
        var id = fixture.givenOne();
        adapter.answer(handover -> {
            handover.pointOfNoReturn();
            return new Permanent("550", "no");
        });
        var worker = fixture.worker(adapter).startByHand();
        worker.feed();
        await().until(() -> worker.journal().find(id, 1).stage().name().equals("DECLINED"));

        worker.killAndRestart().feed();
        worker.flush();

        assertThat(fixture.attempts(id)).containsExactly("1 not-made f");
        assertThat(fixture.status(id)).isEqualTo("queued");
    }

    @Test
    void attempts_of_a_node_that_died_are_uncertain_to_the_one_that_takes_over() {
        var resent = fixture.givenOne();
        var held = fixture.given(DispatchFixture.holding(fixture.aDelivery(1)));
        adapter.answer(handover -> {
            awaitUninterruptibly(hang);
            return new Accepted("");
        });
        var dying = fixture.worker(adapter).startByHand();
        dying.feed();
        await().until(() -> adapter.handovers().size() == 2);
        adapter.answer(RecordingChannelAdapter::accept);
        dying.node().die();

        var other = fixture.worker(adapter).startByHand();
        other.feed();
        other.flush();

        assertThat(fixture.status(held)).isEqualTo("uncertain");
        awaitSent(other, resent);
        assertThat(fixture.events(resent)).containsExactly("attempted", "uncertain", "repeated", "attempted", "sent");
    }

    @Test
    void a_fenced_worker_records_nothing_and_hands_nothing_over() throws Exception {
        var entered = new CountDownLatch(1);
        var sent = fixture.given(DispatchFixture.holding(fixture.aDelivery(0)));
        var stopped = fixture.given(DispatchFixture.holding(fixture.aDelivery(1)));
        adapter.answer(handover -> {
            if (handover.deliveryId().equals(stopped)) {
                entered.countDown();
                awaitUninterruptibly(hang);
            }
            return RecordingChannelAdapter.accept(handover);
        });
        var sleeping = fixture.worker(adapter).startByHand();
        sleeping.feed();
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        await().until(() -> sleeping.journal().find(sent, 1).reference().equals("ref-" + sent));
        sleeping.node().die();
        sleeping.node().sleep(Duration.ofSeconds(20));
        var other = fixture.worker(adapter).startByHand();
        other.feed();
        other.flush();

        hang.countDown();
        await().until(() -> sleeping.journal().find(stopped, 1).stage().name().equals("DECLINED"));
        sleeping.flush();
        sleeping.flush();

        for (var id : List.of(sent, stopped)) {
            assertThat(fixture.events(id)).containsExactly("attempted", "uncertain");
            assertThat(fixture.attempts(id)).containsExactly("1 uncertain f");
        }
        assertThat(sleeping.node().leases().owned()).isEmpty();
        assertThat(fixture.isEmpty()).isTrue();
    }

    @Test
    void an_outcome_that_comes_after_the_takeover_is_refused_even_before_the_new_owner_has_looked() {
        var id = fixture.given(DispatchFixture.holding(fixture.aDelivery(0)));
        var slow = fixture.worker(adapter).startByHand();
        slow.feed();
        await().until(() -> slow.journal().find(id, 1).reference().equals("ref-" + id));
        slow.node().die();
        var other = fixture.worker(adapter).startByHand();

        slow.flush();
        assertThat(fixture.status(id)).isEqualTo("sending");
        assertThat(fixture.attempts(id)).isEmpty();

        other.feed();
        other.flush();
        assertThat(fixture.status(id)).isEqualTo("uncertain");
    }

    @Test
    void a_commit_whose_answer_got_lost_is_found_again() {
        var id = fixture.givenOne();
        var worker = fixture.worker(adapter).startByHand();
        worker.feed();
        worker.flush();
        var other = fixture.givenOne();
        fixture.database()
                .execute("insert into open_attempt select '%s', 1, 'pigeon', 0, '%s', 1, false, now()"
                        .formatted(other, worker.node().id()));

        worker.feed();
        worker.feed();
        worker.flush();

        awaitSent(worker, other);
        assertThat(fixture.attempts(other)).containsExactly("1 not-made f", "2 accepted f");
        assertThat(fixture.status(id)).isEqualTo("sent");
    }

    @Test
    void an_orderly_stop_leaves_no_attempt_open() {
        adapter.answer(handover -> {
            awaitUninterruptibly(hang);
            return RecordingChannelAdapter.accept(handover);
        });
        fixture.given(100);
        var worker = fixture.worker(adapter).start();
        await().until(() -> adapter.handovers().size() == 4);

        new Thread(() -> {
                    await().until(() -> Thread.getAllStackTraces().keySet().stream()
                            .noneMatch(thread -> thread.getName().equals("dispatch-pigeon")));
                    hang.countDown();
                })
                .start();
        worker.stop();

        assertThat(fixture.database().get("select from open_attempt")).isEmpty();
        assertThat(fixture.count("sent")).isEqualTo(4);
        assertThat(fixture.count("queued") + fixture.count("rendered")).isEqualTo(96);
    }

    @Test
    void what_is_begun_while_the_node_stops_is_given_back() throws Exception {
        fixture.given(100);
        var settings = TestSettings.defaults().withShutdownLimit(Duration.ZERO);
        var worker = fixture.worker(settings, adapter).startByHand();

        worker.stopWhileFeeding();
        worker.flush();

        assertThat(adapter.handovers()).isEmpty();
        assertThat(fixture.database().get("select from open_attempt")).isEmpty();
        assertThat(fixture.database().get("select distinct outcome from attempt"))
                .containsExactly("not-made");
    }

    private Worker killedBeyondTheReturn(UUID id) {
        adapter.answer(handover -> {
            handover.pointOfNoReturn();
            awaitUninterruptibly(hang);
            return new Accepted("");
        });
        var worker = fixture.worker(adapter).startByHand();
        worker.feed();
        await().until(() -> worker.journal().find(id, 1).stage().name().equals("INTENT"));
        adapter.answer(RecordingChannelAdapter::accept);
        return worker.killAndRestart();
    }

    private void awaitSent(Worker worker, UUID id) {
        await().until(() -> {
            worker.feed();
            worker.flush();
            return fixture.status(id).equals("sent");
        });
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
