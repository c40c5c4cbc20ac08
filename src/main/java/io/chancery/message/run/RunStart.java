package io.chancery.message.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.platform.request.BodyFields;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a run is to be started.
 *
 * @param at null for now
 * @param onFaults what to do if lines have faults
 */
@Schema(name = "RunStart")
record RunStart(
        @Schema(description = "When to begin; now if left out") @Nullable
        Instant at,

        @Schema(
                description = "refuse-run (the default) or skip-lines",
                enumeration = {"refuse-run", "skip-lines"},
                implementation = String.class)
        OnFaults onFaults) {

    /** What to do if lines have faults. */
    enum OnFaults {
        REFUSE_RUN,
        SKIP_LINES
    }

    /** @throws RunException if anything is wrong with it */
    static RunStart read(JsonNode body) {
        var fields = new BodyFields(body);
        fields.allow(Set.of("at", "onFaults"));
        var at = fields.parsed(
                "at",
                "is not an ISO 8601 instant such as 2026-12-01T08:00:00Z",
                text -> OffsetDateTime.parse(text).toInstant());
        var onFaults = fields.text("onFaults", 20);
        if (onFaults != null && !List.of("refuse-run", "skip-lines").contains(onFaults)) {
            fields.fault("onFaults", "must be refuse-run or skip-lines");
        }
        fields.refuseFaulty(RunException::invalid);
        return new RunStart(at.orElse(null), "skip-lines".equals(onFaults) ? OnFaults.SKIP_LINES : OnFaults.REFUSE_RUN);
    }
}
