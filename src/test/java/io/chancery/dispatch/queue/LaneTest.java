package io.chancery.dispatch.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.DeliveryOutcome.Uncertain;
import io.chancery.dispatch.RecordingChannelAdapter;
import io.chancery.dispatch.SettledDelivery;
import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.Reason;
import java.time.Duration;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LaneTest {

    private DispatchFixture fixture;
    private final RecordingChannelAdapter adapter = new RecordingChannelAdapter(DispatchFixture.CHANNEL, 4);

    @BeforeEach
    void create() {
        fixture = new DispatchFixture();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_queued_delivery_is_sent_with_its_attempt_on_record() {
        var id = fixture.givenOne();

        fixture.worker(adapter).start();

        awaitStatus(id, "sent");
        assertThat(fixture.details(id))
                .containsExactly("attempted 1 - {}", "sent 1 - {\"reference\": \"ref-" + id + "\"}");
        assertThat(fixture.attempts(id)).containsExactly("1 accepted f");
        assertThat(fixture.listener().settled()).containsExactly(new SettledDelivery(id, DeliveryStatus.SENT));
        assertThat(fixture.isEmpty()).isTrue();
    }

    @Test
    void the_attempt_is_on_record_before_the_provider_hears_of_it() {
        var id = fixture.givenOne();
        adapter.answer(handover -> {
            var open = fixture.database().get("select number from open_attempt where delivery_id = '" + id + "'");
            return new Accepted(open + " " + fixture.status(id));
        });

        fixture.worker(adapter).start();

        awaitStatus(id, "sent");
        assertThat(fixture.details(id)).contains("sent 1 - {\"reference\": \"[1] sending\"}");
    }

    @Test
    void many_are_each_handed_over_once() {
        var given = fixture.given(1_000);

        fixture.worker(adapter).start();

        await().atMost(Duration.ofSeconds(30)).until(() -> fixture.count("sent") == 1_000);
        assertThat(adapter.deliveries()).containsExactlyInAnyOrderElementsOf(given);
        assertThat(fixture.isEmpty()).isTrue();
    }

    @Test
    void a_database_that_drops_its_connections_again_and_again_doubles_nothing() {
        var given = fixture.given(2_000);

        var worker = fixture.worker(adapter).start();
        var drops = new AtomicInteger();

        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            if (drops.getAndIncrement() < 15) {
                dropConnections();
            }
            worker.node().beat();
            return fixture.count("sent") == 2_000;
        });

        assertThat(adapter.deliveries()).containsExactlyInAnyOrderElementsOf(given);
        // The pool may still hold a connection that was dropped; its first use says so.
        await().ignoreExceptions().until(fixture::isEmpty);
    }

    private void dropConnections() {
        fixture.database()
                .get("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and usename = current_user and pid <> pg_backend_pid()");
    }

    @Test
    void new_work_wakes_the_lane() {
        var worker = fixture.worker(adapter).start();

        var id = fixture.givenOne();
        worker.node().signal().wakeHere();

        awaitStatus(id, "sent");
    }

    @Test
    void a_temporary_failure_is_tried_again_after_a_while() {
        adapter.answer(handover -> new Temporary("451", "later\u0000, please"));
        var id = fixture.givenOne();
        var worker = fixture.worker(adapter).start();
        awaitStatus(id, "queued");
        assertThat(fixture.details(id)).containsExactly("attempted 1 - {}", "deferred 1 - {\"code\": \"451\"}");

        adapter.answer(RecordingChannelAdapter::accept);
        fixture.clock().pass(Duration.ofSeconds(23));
        worker.node().signal().wakeHere();
        assertThat(fixture.database().get("select attempts, failures from dispatch_retry"))
                .containsExactly("1 1");
        fixture.clock().pass(Duration.ofSeconds(14));
        worker.node().signal().wakeHere();

        awaitStatus(id, "sent");
        assertThat(fixture.attempts(id)).containsExactly("1 temporary f", "2 accepted f");
        assertThat(adapter.handovers().get(1).repeat()).isFalse();
    }

    @Test
    void a_delivery_whose_attempts_are_used_up_has_failed() {
        adapter.answer(handover -> new Temporary("451", ""));
        var id = fixture.givenOne();
        fixture.worker(TestSettings.defaults().withAttempts(3), adapter).start();

        await().until(() -> {
            fixture.clock().pass(Duration.ofHours(2));
            return fixture.status(id).equals("failed");
        });

        assertThat(fixture.events(id))
                .containsExactly("attempted", "deferred", "attempted", "deferred", "attempted", "failed");
        assertThat(fixture.details(id)).contains("failed 3 retries-exhausted {\"code\": \"451\"}");
        assertThat(fixture.listener().settled())
                .containsExactly(new SettledDelivery(id, DeliveryStatus.FAILED, Reason.RETRIES_EXHAUSTED));
        assertThat(fixture.isEmpty()).isTrue();
    }

    @Test
    void a_refusal_for_good_is_not_tried_again() {
        adapter.answer(handover -> new Permanent("550", "no such user"));
        var id = fixture.givenOne();

        fixture.worker(adapter).start();

        awaitStatus(id, "failed");
        assertThat(fixture.details(id)).contains("failed 1 refused {\"code\": \"550\"}");
        assertThat(fixture.database().get("select code, text from attempt")).containsExactly("550 no such user");
    }

    @Test
    void an_uncertain_hand_over_is_repeated_and_marked_if_its_policy_says_so() {
        adapter.answer(handover -> new Uncertain("connection broke"));
        var id = fixture.givenOne();
        var worker = fixture.worker(adapter).start();
        awaitStatus(id, "queued");

        adapter.answer(RecordingChannelAdapter::accept);
        fixture.clock().pass(Duration.ofMinutes(1));
        worker.node().signal().wakeHere();

        awaitStatus(id, "sent");
        assertThat(fixture.events(id)).containsExactly("attempted", "uncertain", "repeated", "attempted", "sent");
        assertThat(fixture.details(id)).contains("attempted 2 - {\"repeat\": \"true\"}");
        assertThat(fixture.attempts(id)).containsExactly("1 uncertain f", "2 accepted t");
        assertThat(adapter.handovers().get(1).repeat()).isTrue();
    }

    @Test
    void an_uncertain_hand_over_waits_for_a_person_if_its_policy_says_so() {
        adapter.answer(handover -> new Uncertain("connection broke"));
        var id = fixture.given(DispatchFixture.holding(fixture.aDelivery(5)));

        fixture.worker(adapter).start();

        awaitStatus(id, "uncertain");
        assertThat(fixture.details(id)).contains("uncertain 1 handover-unknown {}");
        assertThat(fixture.listener().settled())
                .containsExactly(new SettledDelivery(id, DeliveryStatus.UNCERTAIN, Reason.HANDOVER_UNKNOWN));
        assertThat(fixture.isEmpty()).isTrue();
    }

    @Test
    void an_adapter_that_throws_is_a_temporary_failure_before_the_point_of_no_return_and_uncertain_after_it() {
        adapter.answer(handover -> {
            throw new IllegalStateException("for somebody@example.org");
        });
        var before = fixture.givenOne();
        fixture.worker(adapter).start();
        awaitStatus(before, "queued");
        assertThat(fixture.attempts(before)).containsExactly("1 temporary f");

        adapter.answer(handover -> {
            handover.pointOfNoReturn();
            throw new StackOverflowError();
        });
        var after = fixture.given(DispatchFixture.holding(fixture.aDelivery(1)));
        awaitStatus(after, "uncertain");
    }

    @Test
    void a_provider_that_hangs_holds_up_no_others_and_is_given_up() {
        var hang = new CountDownLatch(1);
        var hanging = fixture.givenOne();
        adapter.answer(handover -> {
            if (handover.deliveryId().equals(hanging)) {
                awaitUninterruptibly(hang);
            }
            return RecordingChannelAdapter.accept(handover);
        });
        var others = fixture.given(100);
        fixture.worker(TestSettings.defaults().withHandoverLimit(Duration.ofMillis(300)), adapter)
                .start();

        await().until(() -> fixture.count("sent") == 100);
        awaitStatus(hanging, "queued");
        assertThat(fixture.attempts(hanging)).containsExactly("1 temporary f");

        hang.countDown();
        await().during(Duration.ofMillis(200))
                .until(() -> fixture.status(hanging).equals("queued"));
        assertThat(new HashSet<>(fixture.database().get("select delivery_id from attempt where outcome = 'accepted'")))
                .hasSize(100)
                .containsAll(others.stream().map(UUID::toString).toList());
    }

    @Test
    void a_provider_that_hangs_after_the_point_of_no_return_leaves_an_uncertain_delivery() {
        var hang = new CountDownLatch(1);
        adapter.answer(handover -> {
            handover.pointOfNoReturn();
            awaitUninterruptibly(hang);
            return new Accepted("too late");
        });
        var id = fixture.given(DispatchFixture.holding(fixture.aDelivery(1)));

        fixture.worker(TestSettings.defaults().withHandoverLimit(Duration.ofMillis(300)), adapter)
                .start();

        awaitStatus(id, "uncertain");
        hang.countDown();
    }

    @Test
    void an_outcome_that_a_listener_refuses_holds_up_no_other() {
        var refused = fixture.givenOne();
        fixture.listener().refuse(refused);
        fixture.given(100);

        fixture.worker(adapter).start();

        await().until(() -> fixture.count("sent") == 100);
        assertThat(fixture.status(refused)).isEqualTo("sending");

        fixture.listener().refuseNothing();
        await().until(() -> {
            fixture.clock().pass(Duration.ofSeconds(10));
            return fixture.status(refused).equals("sent");
        });
        assertThat(adapter.deliveries()).containsOnlyOnce(refused);
    }

    @Test
    void a_delivery_without_a_rendition_fails_and_is_never_handed_over() {
        var delivery = fixture.aDelivery(3);
        var id = fixture.given(delivery);
        fixture.database().execute("delete from archive_entry");

        fixture.worker(adapter).start();

        awaitStatus(id, "failed");
        assertThat(adapter.handovers()).isEmpty();
    }

    private void awaitStatus(UUID id, String status) {
        await().until(() -> fixture.status(id).equals(status));
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
