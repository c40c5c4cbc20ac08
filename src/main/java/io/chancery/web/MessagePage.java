package io.chancery.web;

import io.chancery.archive.Event;
import io.chancery.message.MessageView;
import io.chancery.web.rendition.DeliveryCard;
import java.util.List;

/**
 * One message, with everything that can be seen of it.
 *
 * @param title of its template
 * @param customer the name as the golden record has it now; may be empty
 * @param looksAgain whether the page loads itself again in a moment
 */
record MessagePage(
        MessageView message,
        String title,
        String customer,
        List<DeliveryCard> deliveries,
        List<Event> events,
        boolean looksAgain) {

    /** Whether there is anything to see. */
    public boolean isRendered() {
        return deliveries.stream().anyMatch(DeliveryCard::rendered);
    }

    /** Whether its text message leads to a page. */
    public boolean isLinked() {
        return events.stream().anyMatch(event -> event.detail().containsKey("page-until"));
    }

    /** Whether it was to be sent later than it was accepted. */
    public boolean isScheduled() {
        return message.times().sendAt().isAfter(message.times().createdAt());
    }
}
