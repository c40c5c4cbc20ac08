package io.chancery.dispatch.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.Receipts;
import io.chancery.dispatch.RecordingChannelAdapter;
import io.chancery.dispatch.SettledDelivery;
import io.chancery.dispatch.queue.DispatchFixture;
import io.chancery.dispatch.queue.Worker;
import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiptBookTest {

    private static final Instant AT = Instant.parse("2026-11-22T12:00:05Z");

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
    void a_receipt_makes_a_sent_delivery_delivered() {
        var id = sent();

        fixture.receipts().record("ref-" + id, true, "DELIVRD", AT);

        awaitStatus(id, "delivered");
        assertThat(fixture.details(id))
                .contains(
                        "delivered 1 - {\"at\": \"2026-11-22T12:00:05Z\", \"code\": \"DELIVRD\", \"reference\": \"ref-"
                                + id + "\"}");
        assertThat(fixture.listener().settled())
                .containsExactly(
                        new SettledDelivery(id, DeliveryStatus.SENT),
                        new SettledDelivery(id, DeliveryStatus.DELIVERED));
        assertThat(fixture.database().get("select from receipt")).isEmpty();
    }

    @Test
    void a_delivery_may_come_back_because_nobody_is_there() {
        var id = sent();

        fixture.receipts().record("ref-" + id, false, Receipts.NOBODY_THERE + " UNDELIV 001", AT);

        awaitStatus(id, "returned");
        assertThat(fixture.listener().settled())
                .endsWith(new SettledDelivery(id, DeliveryStatus.RETURNED, Reason.CONTACT_POINT_BAD));
    }

    @Test
    void a_delivery_that_came_back_is_returned() {
        var id = sent();

        fixture.receipts().record("ref-" + id, false, "UNDELIV", AT);

        awaitStatus(id, "returned");
        assertThat(fixture.details(id)).anyMatch(event -> event.startsWith("returned 1 returned {"));
    }

    @Test
    void a_receipt_that_comes_before_its_attempt_is_on_record_waits_for_it() {
        var id = fixture.givenOne();
        fixture.receipts().record("ref-" + id, true, "DELIVRD", AT);
        assertThat(fixture.database().get("select reference from receipt")).containsExactly("ref-" + id);

        fixture.worker(adapter).start();

        awaitStatus(id, "delivered");
        assertThat(fixture.events(id)).containsExactly("attempted", "sent", "delivered");
    }

    @Test
    void a_receipt_that_comes_twice_counts_once() {
        var id = sent();
        fixture.receipts().record("ref-" + id, true, "DELIVRD", AT);
        awaitStatus(id, "delivered");

        fixture.receipts().record("ref-" + id, true, "DELIVRD", AT);

        await().until(() -> fixture.database().get("select from receipt").isEmpty());
        assertThat(fixture.events(id)).containsExactly("attempted", "sent", "delivered");
        assertThat(fixture.listener().settled()).hasSize(2);
    }

    @Test
    void the_later_word_of_the_provider_counts_in_whatever_order_they_come() {
        var id = sent();

        fixture.receipts().record("ref-" + id, false, "bounced", AT.plusSeconds(60));
        awaitStatus(id, "returned");
        fixture.receipts().record("ref-" + id, true, "relayed", AT);

        await().until(() -> fixture.database().get("select from receipt").isEmpty());
        assertThat(fixture.status(id)).isEqualTo("returned");
        assertThat(fixture.events(id)).containsExactly("attempted", "sent", "returned");
    }

    @Test
    void a_delivery_in_parts_is_delivered_when_every_part_is() {
        adapter.answer(handover -> new Accepted("a1, a2,a3,"));
        var id = sent();
        assertThat(fixture.database().get("select part, reference from attempt_reference order by part"))
                .containsExactly("1 a1", "2 a2", "3 a3");

        fixture.receipts().record("a3", true, "DELIVRD", AT);
        fixture.receipts().record("a1", true, "DELIVRD", AT);
        await().until(() -> fixture.database().get("select from receipt").isEmpty());
        assertThat(fixture.status(id)).isEqualTo("sent");
        fixture.receipts().record("a2", true, "DELIVRD", AT);

        awaitStatus(id, "delivered");
        assertThat(fixture.events(id)).containsExactly("attempted", "sent", "delivered");
    }

    @Test
    void a_delivery_in_parts_has_come_back_when_one_part_has() {
        adapter.answer(handover -> new Accepted("a1,a2"));
        var id = sent();

        fixture.receipts().record("a1", true, "DELIVRD", AT);
        fixture.receipts().record("a2", false, "EXPIRED", AT);

        awaitStatus(id, "returned");
    }

    @Test
    void a_reference_used_again_belongs_to_the_newest_attempt_and_an_old_receipt_to_none() {
        fixture.receipts().record("0001", true, "DELIVRD", AT);
        fixture.clock().pass(Duration.ofDays(1));
        adapter.answer(handover -> new Accepted("0001"));
        var first = sent();
        assertThat(fixture.database().get("select reference from receipt")).containsExactly("0001");
        fixture.clock().pass(Duration.ofDays(1));
        var second = sent();

        fixture.receipts().record("0001", true, "DELIVRD", AT);

        awaitStatus(second, "delivered");
        assertThat(fixture.status(first)).isEqualTo("sent");
    }

    @Test
    void what_a_listener_refuses_is_not_lost_and_holds_up_no_other() {
        var refused = sent();
        var other = sent();
        fixture.listener().refuse(refused);
        var book = new TestReceiptBook(fixture.database(), fixture.archive(), fixture.listener(), fixture.clock());

        book.recordTogether(List.of("ref-" + refused, "ref-" + other), AT);

        awaitStatus(other, "delivered");
        assertThat(fixture.status(refused)).isEqualTo("sent");
        fixture.listener().refuseNothing();
        await().until(() -> {
            fixture.clock().pass(Duration.ofSeconds(10));
            return fixture.status(refused).equals("delivered");
        });
        book.close();
    }

    @Test
    void a_receipt_whose_node_died_before_matching_it_is_found_by_another() {
        var id = sent();
        fixture.database()
                .execute("insert into receipt (reference, delivered, code, at, received_at)" + " values ('ref-" + id
                        + "', true, 'DELIVRD', now(), '2026-11-22T12:00:00Z')");

        fixture.sweepReceipts();

        awaitStatus(id, "delivered");
    }

    @Test
    void receipts_that_nothing_has_matched_for_a_month_are_forgotten() {
        fixture.receipts().record("unknown", true, "DELIVRD", AT);
        fixture.clock().pass(Duration.ofDays(31));

        fixture.sweepReceipts();

        assertThat(fixture.database().get("select from receipt")).isEmpty();
    }

    @Test
    void two_providers_may_use_the_same_reference() {
        adapter.answer(handover -> new Accepted("1"));
        var id = sent();

        fixture.receipts().of("dove").record("1", false, "UNDELIV", AT);
        fixture.receipts().of("pigeon").record("1", true, "DELIVRD", AT);

        awaitStatus(id, "delivered");
        assertThat(fixture.database().get("select provider from receipt")).containsExactly("dove");
    }

    private UUID sent() {
        var id = fixture.givenOne();
        Worker worker = fixture.worker(adapter).start();
        awaitStatus(id, "sent");
        worker.stop();
        return id;
    }

    private void awaitStatus(UUID id, String status) {
        await().until(() -> fixture.status(id).equals(status));
    }
}
