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
 * @param ucid a customer in place of the fixture's; or {@code source} and {@code record}
 * @param language null for the customer's
 */
record PreviewRequest(
        boolean draft,
        @Nullable Integer version,
        @Nullable String fixture,
        @Nullable JsonNode data,
        @Nullable String ucid,
        @Nullable String source,
        @Nullable String record,
        @Nullable String language) {

    private static final int LONGEST = 200;

    /** @throws PreviewException with every fault of the body */
    static PreviewRequest read(byte[] body) {
        var fields = BodyFields.read(body);
        fields.allow(Set.of("draft", "version", "fixture", "data", "customer", "language"));
        var customer = fields.within("customer");
        if (fields.has("customer")) {
            customer.allow(Set.of("ucid", "source", "record"));
        }
        var number = fields.number("version", 1, Integer.MAX_VALUE);
        var request = new PreviewRequest(
                fields.flag("draft"),
                number == null ? null : number.intValue(),
                fields.text("fixture", LONGEST),
                fields.has("data") ? fields.node("data") : null,
                customer.text("ucid", LONGEST),
                customer.text("source", LONGEST),
                customer.text("record", LONGEST),
                fields.text("language", 2));
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
        if (fields.has("customer") && !namesOneCustomer()) {
            fields.fault("customer", "must have either ucid, or both source and record");
        }
    }

    private boolean namesOneCustomer() {
        boolean byRecord = source != null && record != null;
        boolean half = (source == null) != (record == null);
        return !half && byRecord == (ucid == null);
    }

    boolean namesCustomer() {
        return ucid != null || source != null;
    }
}
