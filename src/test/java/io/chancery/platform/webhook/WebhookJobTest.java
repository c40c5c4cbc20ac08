package io.chancery.platform.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chancery.platform.MutableClock;
import io.chancery.platform.Outbox;
import io.chancery.platform.TestDatabase;
import io.chancery.platform.webhook.LogTable.Period;
import io.chancery.platform.webhook.WebhookTable.Owner;
import io.chancery.platform.webhook.send.WebhookConfig;
import io.chancery.platform.webhook.send.WebhookSenders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What webhooks are told in the course of days, by jobs that are run by hand. */
@Timeout(60)
class WebhookJobTest {

    /** As in production, but for how long a test waits for an answer. */
    private record Config() implements WebhookConfig {

        @Override
        public Optional<List<String>> allowedPrivate() {
            return Optional.of(List.of("localhost"));
        }

        @Override
        public Duration interval() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration answerWithin() {
            return Duration.ofSeconds(15);
        }

        @Override
        public List<Duration> retryAfter() {
            return List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofHours(10));
        }

        @Override
        public Duration disabledAfter() {
            return Duration.ofDays(5);
        }

        @Override
        public Duration oldSecretLife() {
            return Duration.ofDays(1);
        }
    }

    private final Config config = new Config();
    private final MutableClock clock = MutableClock.atNoon();
    private final TestDatabase database = TestDatabase.create();
    private final WebhookTable webhooks = new WebhookTable(database.sql(), clock);
    private final LogTable log = new LogTable(database.sql(), clock);
    private final Outbox outbox = database.outbox(clock);
    private final Receiver receiver = new Receiver();
    private final UUID client = UUID.randomUUID();
    private final WebhookJob job = job();

    private WebhookJob job() {
        var sql = database.sql();
        var table = new DeliveryTable(sql, clock);
        return new WebhookJob(
                table,
                new Outcomes(table, webhooks, config, clock),
                new Subscriptions(sql),
                WebhookSenders.to("localhost"),
                config,
                clock);
    }

    @BeforeEach
    void aClient() {
        haveClient(client, "system");
    }

    private void haveClient(UUID id, String name) {
        database.execute("""
                insert into api_client (id, name, kind, key_id, key_hash, roles, created_at)
                values ('%s', '%s', 'live', '%s', sha256('%s'), '{system}', now())
                """.formatted(id, name, id, id));
    }

    @AfterEach
    void close() {
        receiver.close();
        database.close();
    }

    private UUID haveWebhook(Owner owner) {
        var id = UUID.randomUUID();
        var order = new WebhookOrder(receiver.url(), "", List.of(EventType.MESSAGE_STATUS));
        webhooks.insert(id, owner, order, new byte[32]);
        return id;
    }

    private UUID haveWebhook() {
        return haveWebhook(new Owner(client, false));
    }

    private void happens(String message, String status) {
        outbox.append(List.of(
                new Outbox.Entry(EventType.MESSAGE_STATUS, message, client, Map.of("id", message, "status", status))));
    }

    /** Runs the job until it has nothing to do now. */
    private void work() {
        while (job.step() || isSending()) {
            Thread.onSpinWait();
        }
    }

    private boolean isSending() {
        return !database.get("select event_id from webhook_delivery where status = 'waiting' and next_attempt_at = '"
                        + clock.instant().plus(Duration.ofSeconds(60)) + "'")
                .isEmpty();
    }

    private String state(UUID webhook) {
        return database.get("select enabled, disabled_reason, failing_since is not null from webhook where id = '"
                        + webhook + "'")
                .get(0);
    }

    private List<String> deliveries() {
        return database.get("select status, attempts, last_status from webhook_delivery order by event_id");
    }

    @Test
    void what_happens_is_told_once() {
        haveWebhook();
        happens("m1", "delivered");

        work();
        work();

        assertThat(receiver.told()).hasSize(1);
        var told = receiver.told().get(0).json();
        assertThat(told.getString("type")).isEqualTo("message.status");
        assertThat(told.getString("timestamp")).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(told.getString("data.id")).isEqualTo("m1");
        assertThat(deliveries()).containsExactly("delivered 1 204");
    }

    @Test
    void a_failure_is_told_again_under_the_same_id_until_it_is_given_up() {
        var webhook = haveWebhook();
        receiver.answer(503);
        happens("m1", "delivered");

        work();
        assertThat(deliveries()).containsExactly("waiting 1 503");
        assertThat(state(webhook)).isEqualTo("t null t");
        for (var pause : List.of(Duration.ofSeconds(6), Duration.ofMinutes(6), Duration.ofHours(11))) {
            clock.pass(Duration.ofSeconds(4));
            work();
            clock.pass(pause);
            work();
        }

        assertThat(deliveries()).containsExactly("failed 4 503");
        assertThat(receiver.told().stream().map(Receiver.Told::id).distinct()).hasSize(1);
        assertThat(receiver.told()).hasSize(4);
    }

    @Test
    void a_success_says_that_what_was_wrong_is_over() {
        var webhook = haveWebhook();
        receiver.answer(500);
        happens("m1", "delivered");
        work();

        receiver.answer(200);
        clock.pass(Duration.ofSeconds(6));
        work();

        assertThat(deliveries()).containsExactly("delivered 2 200");
        assertThat(state(webhook)).isEqualTo("t null f");
    }

    @Test
    void a_receiver_that_asks_for_a_pause_gets_it() {
        haveWebhook();
        receiver.answer(429);
        receiver.askForPause("3600");
        happens("m1", "delivered");
        work();

        clock.pass(Duration.ofMinutes(58));
        work();
        assertThat(receiver.told()).hasSize(1);
        clock.pass(Duration.ofMinutes(3));
        work();

        assertThat(receiver.told()).hasSize(2);
    }

    @Test
    void a_receiver_that_is_gone_is_told_nothing_more() {
        var webhook = haveWebhook();
        receiver.answer(410);
        happens("m1", "delivered");
        work();

        happens("m2", "delivered");
        clock.pass(Duration.ofDays(1));
        work();

        assertThat(receiver.told()).hasSize(1);
        assertThat(state(webhook)).startsWith("f " + Outcomes.GONE);
    }

    @Test
    void a_receiver_that_has_taken_nothing_for_days_is_disabled() {
        var webhook = haveWebhook();
        receiver.answer(500);
        happens("m1", "delivered");
        work();
        clock.pass(Duration.ofDays(4));
        happens("m2", "delivered");
        work();
        assertThat(state(webhook)).startsWith("t");

        clock.pass(Duration.ofDays(2));
        happens("m3", "delivered");
        work();

        assertThat(state(webhook)).startsWith("f It has taken nothing for 5 days");
    }

    @Test
    void what_happened_while_it_was_disabled_can_be_replayed() {
        var webhook = haveWebhook();
        happens("m1", "delivered");
        work();
        webhooks.disable(Map.of(webhook, "for a test"));
        clock.pass(Duration.ofHours(1));
        happens("m2", "delivered");
        happens("m3", "failed");
        work();
        assertThat(receiver.told()).hasSize(1);

        webhooks.update(webhook, webhooks.find(webhook, client).orElseThrow().order(), true);
        var begin = clock.instant().minus(Duration.ofDays(1));
        clock.pass(Duration.ofHours(1));
        assertThat(log.replay(webhook, new Period(begin, clock.instant(), false)))
                .isEqualTo(2);
        work();

        assertThat(receiver.told().stream().map(told -> told.json().getString("data.id")))
                .containsExactlyInAnyOrder("m1", "m2", "m3");
        assertThat(log.replay(webhook, new Period(begin, clock.instant(), false)))
                .isZero();
        assertThat(log.replay(webhook, new Period(begin, clock.instant(), true)))
                .isEqualTo(3);
    }

    @Test
    void a_system_is_told_of_its_own_messages_and_an_operator_of_all() {
        var other = UUID.randomUUID();
        haveClient(other, "other");
        var strangers = haveWebhook(new Owner(other, false));
        var everybodys = haveWebhook(new Owner(other, true));
        happens("m1", "delivered");

        work();

        assertThat(database.get("select webhook_id from webhook_delivery")).containsExactly(everybodys.toString());
        assertThat(log.replay(
                        strangers, new Period(clock.instant(), clock.instant().plusSeconds(1), true)))
                .isZero();
    }

    @Test
    void the_story_of_a_message_is_told_in_its_order() {
        haveWebhook();
        IntStream.range(0, 20).forEach(i -> happens("m" + i % 2, "step " + i));

        work();

        var even = receiver.told().stream()
                .filter(told -> told.json().getString("data.id").equals("m0"))
                .map(told -> told.json().getString("data.status"));
        assertThat(even)
                .containsExactlyElementsOf(
                        IntStream.range(0, 10).mapToObj(i -> "step " + 2 * i).toList());
    }

    @Test
    void what_fails_does_not_stop_what_comes_after() {
        haveWebhook();
        receiver.answer("first", 500);
        happens("m1", "first");
        happens("m1", "second");

        work();

        assertThat(deliveries()).containsExactly("waiting 1 500", "delivered 1 204");
    }

    @Test
    void two_nodes_tell_each_event_once() throws Exception {
        haveWebhook();
        IntStream.range(0, 300).forEach(i -> happens("m" + i, "delivered"));
        var nodes = Executors.newFixedThreadPool(2);
        var work = new ArrayList<Callable<Void>>();
        for (var node : List.of(job(), job())) {
            work.add(() -> {
                while (node.step() || receiver.told().size() < 300) {
                    Thread.onSpinWait();
                }
                return null;
            });
        }

        for (var done : nodes.invokeAll(work)) {
            done.get();
        }

        var ids = receiver.told().stream().map(Receiver.Told::id).toList();
        assertThat(ids).hasSize(300);
        assertThat(new HashSet<>(ids)).hasSize(300);
        nodes.shutdown();
    }

    @Test
    void what_a_killed_node_was_sending_is_sent_again_under_the_same_id() {
        haveWebhook();
        happens("m1", "delivered");
        var killed = job();
        killed.step();
        await().until(() -> receiver.told().size() == 1);

        assertThat(job.step()).isFalse();
        assertThat(receiver.told()).hasSize(1);
        clock.pass(Duration.ofMinutes(2));
        work();

        assertThat(receiver.told()).hasSize(2);
        assertThat(receiver.told().get(1).id()).isEqualTo(receiver.told().get(0).id());
        assertThat(deliveries()).containsExactly("delivered 2 204");
    }
}
