package io.chancery.dispatch.email.bounce;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A status of RFC 3463, such as {@code 5.1.1}.
 *
 * @param detail subject and detail, such as {@code 1.1}
 */
record EnhancedStatus(int kind, String detail) {

    private static final int PERMANENT = 5;
    private static final int TEMPORARY = 4;
    private static final String UNDEFINED = "0.0";

    private static final Pattern STATUS = Pattern.compile("(?<![0-9.])([245])\\.(\\d{1,3}\\.\\d{1,3})(?![0-9.])");

    /**
     * No such mailbox, no such domain, not an address, has moved, takes no mail (RFC 7505), is closed. All others are no
     * fault of the address: 5.2.2 is a full mailbox, 5.3.4 a large mail, 5.7.x what the other side thinks of us.
     */
    private static final Set<String> NOBODY_THERE = Set.of("1.1", "1.2", "1.3", "1.6", "1.10", "2.1");

    /** The first status in a text. */
    static Optional<EnhancedStatus> find(String text) {
        return STATUS.matcher(text)
                .results()
                .map(found -> new EnhancedStatus(Integer.parseInt(found.group(1)), found.group(2)))
                .findFirst();
    }

    /** The status of a report, or the one the other side gave if that says more (Exim reports 5.0.0 for everything). */
    static Optional<EnhancedStatus> find(String status, String diagnosis) {
        var reported = find(status);
        var given = find(diagnosis);
        boolean says = reported.isPresent() && !reported.get().detail().equals(UNDEFINED);
        boolean differs = reported.isPresent()
                && given.isPresent()
                && reported.get().kind() != given.get().kind();
        return says || differs || given.isEmpty() ? reported : given;
    }

    /** What it means that a delivery has failed with it. */
    Fate failure() {
        if (kind == PERMANENT && NOBODY_THERE.contains(detail)) {
            return Fate.NOBODY_THERE;
        }
        return kind == TEMPORARY ? Fate.SOFT : Fate.RETURNED;
    }

    @Override
    public String toString() {
        return kind + "." + detail;
    }
}
