package io.chancery.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.chancery.archive.expiry.Expiries;
import io.chancery.archive.expiry.ExpiryJob;
import io.chancery.archive.expiry.ExpiryOrder;
import io.chancery.archive.expiry.ProtocolDownload;
import io.chancery.archive.hold.HoldJob;
import io.chancery.archive.hold.LegalHoldOrder;
import io.chancery.archive.hold.LegalHolds;
import io.chancery.archive.retention.DueDates;
import io.chancery.archive.retention.RetentionDuty.Duty;
import io.chancery.archive.retention.RetentionRule;
import io.chancery.platform.ProblemException;
import io.chancery.platform.request.BodyFields;
import io.chancery.vocabulary.Ucid;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What must stay and what goes: legal holds, and the end of what was kept. */
@ApplicationScoped
public class Keeping {

    private final LegalHolds holds;
    private final HoldJob holdJob;
    private final Expiries expiries;
    private final ExpiryJob expiryJob;
    private final ProtocolDownload protocol;
    private final DueDates dueDates;

    Keeping(
            LegalHolds holds,
            HoldJob holdJob,
            Expiries expiries,
            ExpiryJob expiryJob,
            ProtocolDownload protocol,
            DueDates dueDates) {
        this.dueDates = dueDates;
        this.holds = holds;
        this.holdJob = holdJob;
        this.expiries = expiries;
        this.expiryJob = expiryJob;
        this.protocol = protocol;
    }

    /**
     * A hold, and whether it is still in force.
     *
     * @param release null while it is in force
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LegalHold(
            UUID id, On on, Act held, @Nullable Act release) {

        /**
         * What it is on: one of these.
         *
         * @param customer all that they got and will get, and copies of it to others
         * @param message all its deliveries
         * @param query what it found when the hold was made
         * @param deliveries how many it found; null unless it is by a query
         * @param beingPlaced true while more may be found: till then it is on all that has not been looked at; else null
         */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record On(
                @Nullable Ucid customer,
                @Nullable UUID message,
                @Nullable String query,
                @Nullable Long deliveries,
                @Nullable Boolean beingPlaced) {}

        /** Who did it, when and why. */
        public record Act(String by, Instant at, String reason) {}
    }

    /**
     * A proposal to delete what is due, and what has become of it.
     *
     * @param rules as they were when it was proposed; what is deleted must be due by those of its own day, too
     * @param preview what would go; null while that is counted
     * @param decision of another person; null while there is none
     * @param outcome what was deleted, so far; null before it is approved
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Expiry(
            UUID id,
            Status status,
            By proposed,
            List<RetentionRule> rules,
            @Nullable Preview preview,
            @Nullable Decision decision,
            @Nullable Outcome outcome) {

        /** Where it stands. */
        public enum Status {
            COUNTING,
            NOTHING_DUE,
            PROPOSED,
            REJECTED,
            DELETING,
            FINISHED;

            /** Whether something is still to be done about it. */
            public boolean isOpen() {
                return this == COUNTING || this == PROPOSED || this == DELETING;
            }

            /** The wire form: lower case, with hyphens. */
            @JsonValue
            public String code() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }

        /** Who, and when. */
        public record By(String by, Instant at) {}

        /** @param reason empty if none was given */
        public record Decision(boolean approved, String by, Instant at, String reason) {}

        /**
         * What would go.
         *
         * @param kept what would stay of what is older than the shortest period
         */
        public record Preview(long due, List<Count> counts, Kept kept) {}

        /** How many of a kind. */
        public record Count(String documentClass, int year, String channel, long count) {}

        /** Why something is kept. */
        public record Kept(long notDue, long notFinal, long onHold) {

            public Kept plus(List<Duty> kept) {
                long held = kept.stream()
                        .filter(duty -> duty.over() && duty.isOnHold())
                        .count();
                long open = kept.stream().filter(duty -> !duty.isFinal()).count();
                return new Kept(notDue + kept.size() - held - open, notFinal + open, onHold + held);
            }
        }

        /**
         * What was deleted.
         *
         * @param kept what was due when it was proposed, and was no more when its turn came
         * @param finishedAt null while it goes on
         */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Outcome(
                long deleted, Kept kept, @Nullable Instant finishedAt) {}
    }

    /**
     * One delivery that an expiry names.
     *
     * @param keptUntil the last day of its period
     */
    public record Item(UUID deliveryId, String documentClass, String channel, int year, LocalDate keptUntil) {}

    /**
     * Deliveries of one class and year.
     *
     * @param years for which they are kept after their year
     * @param source who says so
     * @param on the first day on which they may go
     * @param reached whether that day has come
     */
    public record Due(
            String documentClass, int years, String source, int year, LocalDate on, boolean reached, long deliveries) {

        public Due with(long counted) {
            return new Due(documentClass, years, source, year, on, reached, counted);
        }
    }

    /**
     * What falls due when.
     *
     * @param counted whether the numbers are exact; else they are estimated from a part
     */
    public record DueCalendar(List<Due> entries, boolean counted) {}

    /** What falls due when, as the rules are today, the next first; holds are not looked at. */
    public DueCalendar calendar() {
        return dueDates.calendar();
    }

    /**
     * Holds what the order names: {@code customer}, {@code message} or {@code query}, and a {@code reason}.
     *
     * @throws ProblemException with each fault of the order
     */
    public LegalHold hold(BodyFields order, SecurityIdentity caller) {
        var hold = holds.hold(LegalHoldOrder.read(order), LegalHoldOrder.actor(caller));
        holdJob.wake();
        return hold;
    }

    /** Newest first, those before one. */
    public List<LegalHold> holds(boolean inForce, @Nullable UUID after, int limit) {
        return holds.list(inForce, after, LegalHoldOrder.checked(limit));
    }

    /** @throws ProblemException if there is no such hold */
    public LegalHold hold(UUID id) {
        return holds.get(id);
    }

    /** Lets what is held expire again, for the {@code reason} in the fields. */
    public LegalHold release(UUID id, BodyFields fields, SecurityIdentity caller) {
        var by = LegalHoldOrder.actor(caller);
        return holds.release(id, LegalHoldOrder.reason(fields), by);
    }

    /** Proposes to delete what is due, which is counted in the background. */
    public Expiry propose(SecurityIdentity caller) {
        var expiry = expiries.propose(ExpiryOrder.actor(caller));
        expiryJob.wake();
        return expiry;
    }

    /** Newest first, those before one. */
    public List<Expiry> expiries(@Nullable UUID after, int limit) {
        return expiries.list(after, ExpiryOrder.checked(limit));
    }

    /** @throws ProblemException if there is no such expiry */
    public Expiry expiry(UUID id) {
        return expiries.get(id);
    }

    /** Each delivery that it names, oldest first. */
    public List<Item> items(UUID id, @Nullable UUID after, int limit) {
        return expiries.items(id, after, ExpiryOrder.checked(limit));
    }

    /** Has it deleted, by another person than the one who proposed it; a {@code reason} in the fields is kept. */
    public Expiry approve(UUID id, BodyFields fields, SecurityIdentity caller) {
        var by = ExpiryOrder.actor(caller);
        var expiry = expiries.approve(id, by, ExpiryOrder.reason(fields, false));
        expiryJob.wake();
        return expiry;
    }

    /** Has nothing of it deleted, for the {@code reason} in the fields. */
    public Expiry reject(UUID id, BodyFields fields, SecurityIdentity caller) {
        var by = ExpiryOrder.actor(caller);
        return expiries.reject(id, by, ExpiryOrder.reason(fields, true));
    }

    /** What was deleted, as a file of any length. */
    public Response protocol(UUID id, MediaType type) {
        expiries.get(id);
        return protocol.respond(id, type);
    }
}
