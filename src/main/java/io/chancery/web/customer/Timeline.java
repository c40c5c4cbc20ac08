package io.chancery.web.customer;

import io.chancery.message.MessageView;
import io.chancery.vocabulary.MessageStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of all messages to a customer, newest first.
 *
 * @param next where the following part begins; null after the last
 */
record Timeline(
        List<Entry> entries, Filter filter, @Nullable String next) {

    /** Which messages are shown; null for all. */
    record Filter(
            @Nullable String channel,
            @Nullable String status,
            @Nullable String after) {

        public boolean isSet() {
            return channel != null || status != null;
        }

        /** The same for another channel, as a query. */
        public String onChannel(@Nullable String wanted) {
            return query(wanted, status, null);
        }

        /** The same for another status, as a query. */
        public String withStatus(@Nullable String wanted) {
            return query(channel, wanted, null);
        }

        public String from(@Nullable String next) {
            return query(channel, status, next);
        }

        private static String query(@Nullable String channel, @Nullable String status, @Nullable String after) {
            return "?" + part("channel", channel) + part("status", status) + part("after", after);
        }

        private static String part(String name, @Nullable String value) {
            return value == null ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&";
        }
    }

    /**
     * One message.
     *
     * @param repeats the id of the message that it repeats
     */
    record Entry(
            MessageView message, String title, @Nullable String repeats) {

        /** Whether something of it can still be stopped. */
        public boolean isOpen() {
            return Set.of(MessageStatus.ACCEPTED, MessageStatus.IN_PROGRESS).contains(message.status());
        }

        public boolean isRepeatable() {
            return !message.subject().test()
                    && message.deliveries().stream().allMatch(delivery -> delivery.copy() == null);
        }
    }
}
