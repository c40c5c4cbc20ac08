package io.chancery.archive.blob;

/** The store has answered, and it is no. */
final class RefusedException extends BlobException {

    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int TAKEN = 412;
    static final int NOT_IMPLEMENTED = 501;
    private static final int BUSY = 429;
    private static final int FAULT = 500;

    private final int status;

    /** @param code as S3 names it */
    RefusedException(int status, String code) {
        super("The S3 store answers %d %s".formatted(status, code), null);
        this.status = status;
    }

    /** Whether it may be another one in a moment. */
    boolean mayPass() {
        return status == BUSY || status >= FAULT && status != NOT_IMPLEMENTED;
    }

    /** Whether its HTTP status is this one. */
    boolean is(int expected) {
        return status == expected;
    }
}
