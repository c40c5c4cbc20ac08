package io.chancery.web.message;

import io.chancery.archive.Event;
import io.chancery.message.MessageView;
import io.chancery.message.MessageView.DeliveryView;
import io.chancery.web.rendition.DeliveryCard;
import java.util.List;

/**
 * One message, with everything that can be seen of it on one tab.
 *
 * @param title of its template
 * @param customer the name as the golden record has it now; may be empty
 * @param cards what was rendered on the channel of the tab; none on other tabs
 */
record MessagePage(
        MessageView message,
        String title,
        String customer,
        MessageTab tab,
        List<MessageTab> tabs,
        List<DeliveryCard> cards,
        List<Event> events) {

    /** Whether its text message leads to a page. */
    public boolean isLinked() {
        return events.stream().anyMatch(event -> event.detail().containsKey("page-until"));
    }

    /** Whether it was to be sent later than it was accepted. */
    public boolean isScheduled() {
        return message.times().sendAt().isAfter(message.times().createdAt());
    }

    /** Whether anything may still happen by itself. */
    public boolean isOpen() {
        return message.deliveries().stream()
                .anyMatch(delivery -> !delivery.status().isFinal());
    }

    /** Whether it can be called off, as far as the page knows. */
    public boolean isCancellable() {
        return message.deliveries().stream().map(DeliveryView::status).anyMatch(status -> switch (status) {
            case ACCEPTED, RENDERED, QUEUED, HELD -> true;
            default -> false;
        });
    }

    /** What the guards said of each delivery. */
    public List<Decision> decisions() {
        return message.deliveries().stream()
                .map(delivery -> Decision.of(delivery, message.subject().messageClass(), events))
                .toList();
    }

    /** Every hand-over, oldest first. */
    public List<Attempt> attempts() {
        return Attempt.of(events);
    }
}
