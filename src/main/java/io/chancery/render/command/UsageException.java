package io.chancery.render.command;

/** The command line is not one of those that mean something. */
final class UsageException extends RuntimeException {

    UsageException(String message) {
        super(message);
    }
}
