package io.chancery.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.message.store.RunStage;
import io.chancery.message.store.RunTally;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A run as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Run")
public record RunView(
        UUID id,
        RunStatus status,
        @JsonUnwrapped Subject subject,
        Lines lines,
        Progress progress,
        @JsonUnwrapped Times times) {

    /**
     * What it is about.
     *
     * @param templateVersion that its lines were checked against, and that all of them are sent with
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Subject(
            String template,
            @Nullable Integer templateVersion,
            String reference,
            @Schema(implementation = Object.class) JsonNode defaults) {}

    /** How many lines are how far; each is in exactly one of the stages. */
    public record Lines(
            long total, long waiting, long refused, long accepted, long delivered, long failed, long cancelled) {

        public static Lines of(RunTally.Count count) {
            return new Lines(
                    count.total(),
                    count.of(RunStage.WAITING),
                    count.of(RunStage.REFUSED),
                    count.of(RunStage.ACCEPTED),
                    count.of(RunStage.DELIVERED),
                    count.of(RunStage.FAILED),
                    count.of(RunStage.CANCELLED));
        }

        public long open() {
            return waiting + accepted;
        }
    }

    /**
     * How fast it goes.
     *
     * @param perSecond how many lines got an outcome each second of the last minute; while checking, how many are checked
     * @param timeLeft how long the others take at this rate; missing if nothing moves
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Progress(
            double perSecond,

            @Schema(description = "ISO 8601, such as PT1H30M", implementation = String.class) @Nullable
            Duration timeLeft) {

        public static final Progress NONE = new Progress(0, null);

        public static Progress of(double done, Duration time, long left) {
            double rate = done / Math.max(1, time.toMillis() / 1000.0);
            var timeLeft = rate == 0 || left == 0 ? null : Duration.ofSeconds(Math.round(left / rate));
            return new Progress(Math.round(rate * 10) / 10.0, timeLeft);
        }
    }

    /** When. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Times(
            Instant createdAt,
            @Nullable Instant checkedAt,
            @Nullable Instant startAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {}
}
