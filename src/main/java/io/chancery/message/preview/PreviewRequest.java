package io.chancery.message.preview;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.platform.request.BodyFields;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to look at.
 *
 * @param draft the draft rather than what is live
 * @param version a version by its number; null for what is live
 * @param fixture name of the fixture whose data and customer are shown; null for the first
 * @param data in place of the fixture's
 * @param customer in place of the fixture's
 * @param language null for the customer's
 * @param advertising whether what the message promotes is shown; null for what the customer's consents say, and for a fixture's
 *     customer shown
 * @param copy the role in which somebody gets a copy of it; null for the message itself
 */
public record PreviewRequest(
        boolean draft,
        @Nullable Integer version,
        @Nullable String fixture,
        @Nullable JsonNode data,
        @Nullable Customer customer,
        @Nullable String language,
        @Nullable Boolean advertising,
        @Nullable String copy) {

    private static final int LONGEST = 200;

    /** A real customer by the UCID, or by source and record. */
    public record Customer(
            @Nullable String ucid,
            @Nullable String source,
            @Nullable String record) {

        private static Customer read(BodyFields fields) {
            fields.allow(Set.of("ucid", "source", "record"));
            return new Customer(
                    fields.text("ucid", LONGEST), fields.text("source", LONGEST), fields.text("record", LONGEST));
        }

        private boolean isOne() {
            boolean byRecord = source != null && record != null;
            boolean half = (source == null) != (record == null);
            return !half && byRecord == (ucid == null);
        }
    }

    /** @throws io.chancery.platform.ProblemException with every fault of the body */
    public static PreviewRequest read(byte[] body) {
        var fields = BodyFields.read(body);
        fields.allow(Set.of("draft", "version", "fixture", "data", "customer", "language", "advertising", "copy"));
        var number = fields.number("version", 1, Integer.MAX_VALUE);
        var request = new PreviewRequest(
                fields.flag("draft"),
                number == null ? null : number.intValue(),
                fields.text("fixture", LONGEST),
                fields.has("data") ? fields.node("data") : null,
                fields.has("customer") ? Customer.read(fields.within("customer")) : null,
                fields.text("language", 2),
                fields.has("advertising") ? fields.flag("advertising") : null,
                fields.text("copy", LONGEST));
        request.check(fields);
        fields.refuseFaulty(PreviewException::invalid);
        return request;
    }

    private void check(BodyFields fields) {
        if (draft && version != null) {
            fields.fault("version", "either the draft or a version can be shown");
        }
        if (data != null && !data.isObject()) {
            fields.fault("data", "must be an object");
        }
        if (customer != null && !customer.isOne()) {
            fields.fault("customer", "must have either ucid, or both source and record");
        }
    }
}
