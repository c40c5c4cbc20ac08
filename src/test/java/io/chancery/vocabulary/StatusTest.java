package io.chancery.vocabulary;

import static io.chancery.vocabulary.DeliveryStatus.ACCEPTED;
import static io.chancery.vocabulary.DeliveryStatus.CANCELLED;
import static io.chancery.vocabulary.DeliveryStatus.DELIVERED;
import static io.chancery.vocabulary.DeliveryStatus.FAILED;
import static io.chancery.vocabulary.DeliveryStatus.QUEUED;
import static io.chancery.vocabulary.DeliveryStatus.RETURNED;
import static io.chancery.vocabulary.DeliveryStatus.SENDING;
import static io.chancery.vocabulary.DeliveryStatus.SENT;
import static io.chancery.vocabulary.DeliveryStatus.SKIPPED;
import static io.chancery.vocabulary.DeliveryStatus.UNCERTAIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTest {

    private static DeliveryStatus after(EventKind... events) {
        var status = ACCEPTED;
        for (var event : events) {
            status = event.after(status);
        }
        return status;
    }

    @Test
    void events_lead_from_accepted_to_delivered() {
        assertThat(after(EventKind.RENDERED, EventKind.QUEUED, EventKind.ATTEMPTED))
                .isEqualTo(SENDING);
        assertThat(after(EventKind.ATTEMPTED, EventKind.DEFERRED)).isEqualTo(QUEUED);
        assertThat(after(EventKind.ATTEMPTED, EventKind.SENT, EventKind.DELIVERED))
                .isEqualTo(DELIVERED);
    }

    @Test
    void a_receipt_may_come_before_the_answer() {
        assertThat(after(EventKind.ATTEMPTED, EventKind.DELIVERED, EventKind.SENT))
                .isEqualTo(DELIVERED);
    }

    @Test
    void a_receipt_may_come_twice_and_may_be_followed_by_a_return() {
        assertThat(after(EventKind.SENT, EventKind.DELIVERED, EventKind.DELIVERED))
                .isEqualTo(DELIVERED);
        assertThat(after(EventKind.SENT, EventKind.DELIVERED, EventKind.RETURNED))
                .isEqualTo(RETURNED);
    }

    @Test
    void nothing_but_a_receipt_moves_what_is_final() {
        assertThat(after(EventKind.SENT, EventKind.ATTEMPTED)).isEqualTo(SENT);
        assertThat(after(EventKind.SKIPPED, EventKind.RENDERED)).isEqualTo(SKIPPED);
        assertThat(after(EventKind.FAILED, EventKind.SENT)).isEqualTo(FAILED);
    }

    @Test
    void an_uncertain_delivery_goes_on_when_it_is_repeated_or_a_receipt_clears_it_up() {
        assertThat(after(EventKind.ATTEMPTED, EventKind.UNCERTAIN)).isEqualTo(UNCERTAIN);
        assertThat(after(EventKind.UNCERTAIN, EventKind.REPEATED)).isEqualTo(QUEUED);
        assertThat(after(EventKind.UNCERTAIN, EventKind.DELIVERED)).isEqualTo(DELIVERED);
    }

    @Test
    void what_was_not_confirmed_in_time_has_failed_until_a_receipt_says_better() {
        assertThat(after(EventKind.SENT, EventKind.UNCONFIRMED)).isEqualTo(FAILED);
        assertThat(after(EventKind.UNCERTAIN, EventKind.UNCONFIRMED)).isEqualTo(FAILED);
        assertThat(after(EventKind.SENT, EventKind.UNCONFIRMED, EventKind.DELIVERED))
                .isEqualTo(DELIVERED);
        assertThat(after(EventKind.SENT, EventKind.DELIVERED, EventKind.UNCONFIRMED))
                .isEqualTo(DELIVERED);
        assertThat(after(EventKind.CANCELLED, EventKind.UNCONFIRMED)).isEqualTo(CANCELLED);
    }

    @Test
    void a_message_is_what_its_deliveries_are() {
        assertThat(MessageStatus.of(List.of(ACCEPTED, ACCEPTED))).isEqualTo(MessageStatus.ACCEPTED);
        assertThat(MessageStatus.of(List.of(ACCEPTED, SENT))).isEqualTo(MessageStatus.IN_PROGRESS);
        assertThat(MessageStatus.of(List.of(UNCERTAIN))).isEqualTo(MessageStatus.IN_PROGRESS);
        assertThat(MessageStatus.of(List.of(SENT, SKIPPED))).isEqualTo(MessageStatus.DELIVERED);
        assertThat(MessageStatus.of(List.of(FAILED, SENT))).isEqualTo(MessageStatus.DELIVERED);
        assertThat(MessageStatus.of(List.of(FAILED, SKIPPED))).isEqualTo(MessageStatus.FAILED);
        assertThat(MessageStatus.of(List.of(RETURNED))).isEqualTo(MessageStatus.FAILED);
        assertThat(MessageStatus.of(List.of(SKIPPED, CANCELLED))).isEqualTo(MessageStatus.CANCELLED);
    }

    @Test
    void a_complaint_moves_nothing() {
        assertThat(after(EventKind.SENT, EventKind.COMPLAINED)).isEqualTo(SENT);
        assertThat(after(EventKind.SENT, EventKind.RETURNED, EventKind.COMPLAINED))
                .isEqualTo(RETURNED);
    }
}
