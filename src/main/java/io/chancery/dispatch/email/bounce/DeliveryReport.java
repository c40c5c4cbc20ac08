package io.chancery.dispatch.email.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a {@code message/delivery-status} says (RFC 3464). A mail of ours has one recipient; if it was forwarded to
 * several, what the luckiest of them got counts.
 */
record DeliveryReport(Fate fate, String code) {

    private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n[ \\t]*\\r?\\n");

    /** Empty if it says nothing of any recipient. */
    static Optional<DeliveryReport> of(String text) throws MessagingException {
        var recipients = new ArrayList<DeliveryReport>();
        for (var group : BLANK_LINE.split(text)) {
            recipient(fields(group)).ifPresent(recipients::add);
        }
        return recipients.stream().min(Comparator.comparing(DeliveryReport::fate));
    }

    private static InternetHeaders fields(String group) throws MessagingException {
        return new InternetHeaders(new ByteArrayInputStream(group.strip().getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static Optional<DeliveryReport> recipient(InternetHeaders fields) {
        var action = field(fields, "Action").toLowerCase(Locale.ROOT);
        var status = EnhancedStatus.find(field(fields, "Status"), field(fields, "Diagnostic-Code"));
        // A comment may follow (RFC 822 §3.4.3).
        return switch (List.of(action.split("[\\s(;]", 2)).get(0)) {
            case "failed" ->
                Optional.of(new DeliveryReport(
                        status.map(EnhancedStatus::failure).orElse(Fate.RETURNED),
                        status.map(EnhancedStatus::toString).orElse("failed")));
            case "delivered" -> Optional.of(new DeliveryReport(Fate.DELIVERED, "delivered"));
            case "delayed", "relayed", "expanded" -> Optional.of(new DeliveryReport(Fate.OPEN, "open"));
            default -> Optional.empty();
        };
    }

    private static String field(InternetHeaders fields, String name) {
        var value = fields.getHeader(name, null);
        return value == null ? "" : value.strip();
    }
}
