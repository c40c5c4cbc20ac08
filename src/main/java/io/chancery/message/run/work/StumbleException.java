package io.chancery.message.run.work;

import java.util.UUID;

/** No messages could be made of some lines. Without the words of the failure, which may quote what a line says. */
final class StumbleException extends RuntimeException {

    private final UUID runId;
    private final long line;

    /** @param line the first of them */
    StumbleException(UUID runId, long line, RuntimeException failure) {
        super("Run " + runId + " met " + failure.getClass().getName() + " at line " + line + " or behind it");
        this.runId = runId;
        this.line = line;
        setStackTrace(failure.getStackTrace());
    }

    UUID runId() {
        return runId;
    }

    long line() {
        return line;
    }
}
