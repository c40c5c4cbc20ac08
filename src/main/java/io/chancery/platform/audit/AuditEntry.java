package io.chancery.platform.audit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.chancery.platform.digest.CanonicalBytes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * That somebody did something.
 *
 * @param id a UUID v7; later entries have greater ones
 */
public record AuditEntry(
        UUID id,
        Instant at,
        @JsonUnwrapped Actor by,
        @JsonUnwrapped Act what) {

    /** To the microsecond, as a database keeps it. */
    public AuditEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Who did it.
     *
     * @param actor the name of an API client, which a person or a system is; empty if unknown
     * @param roles that it had then, in alphabetical order
     * @param address of the network that it called from; empty if it is this process itself
     */
    public record Actor(String actor, List<String> roles, String address) {

        public Actor {
            roles = roles.stream().sorted().toList();
        }

        /** Something that Chancery does by itself. */
        public static Actor job(String name) {
            return new Actor(name, List.of(), "");
        }
    }

    /**
     * What was done. Texts are cut to 200 characters, and have no control characters, as they may come from a request.
     *
     * @param subjectKind what it was done to
     * @param subject its id or key; empty if it was done to many
     * @param detail ids and codes by name, such as the call; no personal data
     */
    public record Act(AuditAction action, SubjectKind subjectKind, String subject, Map<String, String> detail) {

        private static final int LONGEST = 200;

        public Act {
            subject = storable(subject);
            var storable = new TreeMap<String, String>();
            detail.forEach((name, value) -> storable.put(name, storable(value)));
            detail = Collections.unmodifiableMap(storable);
        }

        /** PostgreSQL takes neither NUL nor half a surrogate pair. */
        private static String storable(String text) {
            return text.codePoints()
                    .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                    .limit(LONGEST)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
    }

    /** All of it as bytes, for the commitment: the order of the fields never changes. */
    CanonicalBytes canonical() {
        return new CanonicalBytes()
                .id(id)
                .instant(at)
                .text(by.actor())
                .texts(by.roles())
                .text(what.action().code())
                .text(what.subjectKind().code())
                .text(what.subject())
                .map(what.detail())
                .text(by.address());
    }
}
