package io.chancery.archive.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.chancery.archive.person.ErasureRecord.Asked;
import io.chancery.archive.person.order.OrderTable.Order;
import io.chancery.archive.person.report.ErasureReport;
import io.chancery.platform.person.Wait;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An erasure as callers see it.
 *
 * @param asked null of a preview
 * @param erasedAt null before
 * @param report what was erased, or would be, and what is kept
 * @param waitsFor while it waits, for what, and what can be done about it; empty if it goes on at once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ErasureView(
        @Nullable UUID id,
        String ucid,
        State state,
        @Nullable Asked asked,
        @Nullable Instant erasedAt,
        Object report,
        @Nullable List<Wait> waitsFor) {

    /** How far it is. */
    enum State {
        /** Nobody has asked for it. */
        PREVIEW,
        /** Something is on its way to the person. */
        WAITING,
        ERASED;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The report in the very words that are on record. */
    private record Written(@JsonValue @JsonRawValue String json) {}

    static ErasureView of(ErasureRecord erased) {
        return new ErasureView(
                erased.id(),
                erased.ucid(),
                State.ERASED,
                erased.asked(),
                erased.erasedAt(),
                new Written(erased.report()),
                null);
    }

    static ErasureView waiting(Order order, String ucid, ErasureReport report, List<Wait> waits) {
        return new ErasureView(order.id(), ucid, State.WAITING, order.asked(), null, report, waits);
    }

    static ErasureView preview(String ucid, ErasureReport report) {
        return new ErasureView(null, ucid, State.PREVIEW, null, null, report, null);
    }
}
