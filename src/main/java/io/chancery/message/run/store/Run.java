package io.chancery.message.run.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chancery.message.RunStatus;
import io.chancery.platform.work.Priority;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Many messages from one file. */
public record Run(UUID id, UUID clientId, Request request, State state, Times times) {

    /**
     * What was asked for.
     *
     * @param defaults what holds where a line says nothing
     */
    public record Request(String template, String reference, ObjectNode defaults) {}

    /** What is being done to all lines, some at a time, beside the status. */
    public enum Sweep {
        CANCEL,
        RETRY;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Sweep of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Where it stands.
     *
     * @param versionId the version of the template that its lines were checked against; null before they were
     * @param priority of its messages in the queues
     * @param position the last line that the work under way has done; null if it has done all
     */
    public record State(
            RunStatus status,
            @Nullable UUID versionId,
            Priority priority,
            @Nullable Sweep sweep,
            @Nullable Long position) {

        public State with(RunStatus changed) {
            return new State(changed, versionId, priority, sweep, position);
        }

        /** Begins something with all lines. */
        public State beginning(RunStatus changed, @Nullable Sweep begun) {
            return new State(changed, versionId, priority, begun, 0L);
        }

        /** The lines up to here are done. */
        public State reaching(@Nullable Long line) {
            return new State(status, versionId, priority, sweep, line);
        }
    }

    /**
     * When.
     *
     * @param checkedAt when the last check began
     * @param startAt when it is to begin
     * @param startedAt when it began
     */
    public record Times(
            Instant createdAt,
            @Nullable Instant checkedAt,
            @Nullable Instant startAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Instant wipedAt) {

        public static Times created(Instant at) {
            return new Times(at, null, null, null, null, null);
        }

        public Times checked(Instant at) {
            return new Times(createdAt, at, startAt, startedAt, endedAt, wipedAt);
        }

        public Times startingAt(Instant at) {
            return new Times(createdAt, checkedAt, at, startedAt, endedAt, wipedAt);
        }

        /** Begins, for the first time or again. */
        public Times started(Instant at) {
            return new Times(createdAt, checkedAt, startAt, startedAt == null ? at : startedAt, null, wipedAt);
        }

        public Times ended(Instant at) {
            return new Times(createdAt, checkedAt, startAt, startedAt, at, wipedAt);
        }
    }

    public RunStatus status() {
        return state.status();
    }

    public Run with(State changed) {
        return new Run(id, clientId, request, changed, times);
    }

    public Run with(Times changed) {
        return new Run(id, clientId, request, state, changed);
    }
}
