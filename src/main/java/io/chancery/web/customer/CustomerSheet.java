package io.chancery.web.customer;

import io.chancery.consent.CustomerConsents;
import io.chancery.consent.Suppression;
import io.chancery.customer.CustomerPage;
import io.chancery.customer.CustomerPage.ContactPoint;
import io.chancery.customer.CustomerPage.LineageEntry;
import io.chancery.customer.CustomerView;
import io.chancery.customer.StewardDesk.HandValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a customer's page.
 *
 * @param consents null for those who may not see them
 * @param timeline null for those who may not see messages
 */
record CustomerSheet(
        CustomerPage page,
        List<GoldenField> fields,
        List<Reach> reach,
        @Nullable CustomerConsents consents,
        List<Suppression> suppressions,
        List<HandValue> handValues,
        @Nullable Timeline timeline,
        Visit visit) {

    /**
     * Why the reader sees the page now.
     *
     * @param form the one that was sent and refused
     * @param done what was done; a code
     * @param from the UCID that led here
     * @param link to the customer's preferences, that was asked for
     */
    record Visit(
            Form form,
            @Nullable String done,
            @Nullable String from,
            @Nullable String link) {

        static final Visit PLAIN = new Visit(Form.NONE, null, null, null);

        static Visit refused(Form form) {
            return new Visit(form, null, null, null);
        }

        static Visit linked(String link) {
            return new Visit(Form.NONE, null, null, link);
        }
    }

    /** A golden value, with where it comes from and what else is said. */
    record GoldenField(String attribute, LineageEntry entry, List<Voice> voices) {

        public boolean isContested() {
            return voices.stream().anyMatch(voice -> !voice.agrees());
        }
    }

    /**
     * What a record says about one attribute.
     *
     * @param doubt what keeps it from counting in full, if anything
     * @param wins whether the golden value is from here
     */
    record Voice(
            String source,
            String record,
            int trust,
            Instant at,
            String value,
            @Nullable String doubt,
            boolean agrees,
            boolean wins) {}

    /**
     * A way to the customer.
     *
     * @param stopped why it must not be used, if it must not
     * @param confirmed whether the customer confirmed a consent for it
     */
    record Reach(ContactPoint point, @Nullable Suppression stopped, boolean confirmed) {

        /** For the mark: bounced, suppressed, confirmed or valid. */
        public String health() {
            if (stopped != null) {
                return "suppressed";
            }
            return confirmed && point.health().equals("valid") ? "confirmed" : point.health();
        }

        public boolean isAddressable() {
            return point.value() != null
                    && (point.kind().equals("email") || point.kind().equals("mobile"));
        }

        public String channel() {
            return point.kind().equals("email") ? "email" : "sms";
        }
    }

    public CustomerView customer() {
        return page.customer();
    }

    public boolean isObjected() {
        return consents != null && consents.objection() != null;
    }

    public boolean isRestricted() {
        return consents != null && consents.restriction() != null;
    }

    /** The latest word on whether the customer lives counts. */
    public boolean isDeceased() {
        return consents != null
                && consents.history().stream()
                        .map(entry -> entry.declared().status().code())
                        .filter(status -> status.equals("deceased") || status.equals("alive"))
                        .reduce((earlier, later) -> later)
                        .filter("deceased"::equals)
                        .isPresent();
    }

    public Form form() {
        return visit.form();
    }

    /** The golden values that can be looked at each on its own, in the order of a letter. */
    public int contested() {
        return (int) fields.stream().filter(GoldenField::isContested).count();
    }

    /** The channel that the customer prefers, for {@code service} or {@code marketing}; null for none. */
    public @Nullable String preferred(String purpose) {
        var channel =
                consents == null ? null : consents.preferences().channels().get(purpose);
        return channel == null ? null : channel.name();
    }

    public @Nullable String quietFrom() {
        var quiet = consents == null ? null : consents.preferences().quietHours();
        return quiet == null ? null : quiet.from().toString();
    }

    public @Nullable String quietTo() {
        var quiet = consents == null ? null : consents.preferences().quietHours();
        return quiet == null ? null : quiet.to().toString();
    }
}
