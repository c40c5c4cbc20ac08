package io.chancery.archive.stamp;

/** The authority gave no answer, or none that can be used; the message says why, without what was sent. */
final class AuthorityException extends RuntimeException {

    private static final long serialVersionUID = 1;

    AuthorityException(String reason) {
        super(reason);
    }
}
