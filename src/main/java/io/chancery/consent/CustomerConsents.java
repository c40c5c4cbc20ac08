package io.chancery.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer allowed, forbade and prefers, with the proof of each declaration.
 *
 * @param objection the one in force
 * @param restriction the one in force
 * @param effective the declaration that counts, of each channel and purpose
 * @param history every declaration, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerConsents(
        @Nullable InForce objection,
        @Nullable InForce restriction,
        List<Effective> effective,
        PreferencesView preferences,
        List<Entry> history) {

    /**
     * An objection or a restriction.
     *
     * @param except the purposes of messages that are sent in spite of it
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record InForce(
            UUID declaration, Instant since, String source, String recordedBy, String reason, List<String> except) {

        static @Nullable InForce of(@Nullable Declaration declaration) {
            return declaration == null
                    ? null
                    : new InForce(
                            declaration.id(),
                            declaration.at(),
                            declaration.evidence().source(),
                            declaration.entry().recordedBy(),
                            declaration.evidence().text(),
                            declaration.topics());
        }
    }

    /** What counts on one channel for one purpose. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Effective(
            @Nullable Channel channel,
            @Nullable String purpose,
            ConsentDeclared.Status status,
            Instant at,
            @Nullable String contactPoint,
            String source,
            UUID declaration) {

        static Effective of(Declaration declaration) {
            return new Effective(
                    declaration.scope().channel(),
                    declaration.scope().purpose(),
                    declaration.status(),
                    declaration.at(),
                    declaration.contactPoint(),
                    declaration.evidence().source(),
                    declaration.id());
        }
    }

    /** How the customer wants to be written to. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PreferencesView(
            Map<String, Channel> channels,
            @Nullable QuietHours quietHours,
            @Nullable String language,
            Preferences.@Nullable Entry entry) {

        /** As they are now. */
        public static PreferencesView of(Preferences preferences) {
            return new PreferencesView(
                    preferences.channels(), preferences.quietHours(), preferences.language(), preferences.entry());
        }
    }

    /**
     * One declaration as it is on record.
     *
     * @param ofRecord whether it belongs to a source record and goes where that goes
     * @param evidence what was said
     * @param proof how it can be proved
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            @JsonUnwrapped Effective declared,
            List<String> topics,
            String evidence,
            Map<String, String> proof,
            @Nullable UUID confirms,
            boolean ofRecord,
            String recordedBy,
            Instant recordedAt) {

        static Entry of(Declaration declaration) {
            var entry = declaration.entry();
            return new Entry(
                    Effective.of(declaration),
                    declaration.topics(),
                    declaration.evidence().text(),
                    declaration.evidence().proof(),
                    entry.confirms(),
                    entry.recordId() != null,
                    entry.recordedBy(),
                    entry.recordedAt());
        }
    }

    /** As it is now. */
    public static CustomerConsents of(Standing standing, Preferences preferences) {
        return new CustomerConsents(
                InForce.of(standing.objection().orElse(null)),
                InForce.of(standing.restriction().orElse(null)),
                standing.effective().stream().map(Effective::of).toList(),
                PreferencesView.of(preferences),
                standing.history().stream().map(Entry::of).toList());
    }
}
