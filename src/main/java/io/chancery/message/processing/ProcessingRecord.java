package io.chancery.message.processing;

import io.chancery.platform.person.KeepingPeriods.Period;
import io.chancery.vocabulary.Attribute;
import io.chancery.vocabulary.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which personal data are processed for what (GDPR Art. 30 (1)).
 *
 * @param measures technical and organisational ones (Art. 32), by language
 */
public record ProcessingRecord(
        Instant at, Controller controller, List<Activity> activities, Map<String, List<String>> measures) {

    /** Who answers for it; what was not configured is missing. */
    public record Controller(
            Optional<String> name,
            Optional<String> address,
            Optional<String> contact,
            Optional<String> dataProtectionOfficer) {}

    /**
     * One of them: that messages are made from a template.
     *
     * @param title by language
     * @param subjects whose data they are
     * @param data which data
     * @param recipients who gets them
     * @param retention how long they are kept
     */
    public record Activity(
            String template,
            int version,
            Map<String, String> title,
            Reason reason,
            List<String> subjects,
            Data data,
            Recipients recipients,
            Retention retention) {}

    /** Why a message is sent. */
    public record Reason(String purpose, String messageClass) {}

    /**
     * What a message is made of.
     *
     * @param attributes what it reads of the golden record, with how delicate that is
     * @param request what the business system sends along, by the names at the top of the schema
     */
    public record Data(Map<String, Attribute.Category> attributes, List<String> request) {}

    /**
     * Who gets a message beside the customer.
     *
     * @param processors the providers of its channels (GDPR Art. 28)
     * @param copies in which roles others may get a copy
     */
    public record Recipients(List<Carrier> processors, List<String> copies) {}

    /** A provider. */
    public record Carrier(Channel channel, String provider, String address) {}

    /** For how long it is kept, and why. */
    public record Retention(String documentClass, Period period) {}
}
