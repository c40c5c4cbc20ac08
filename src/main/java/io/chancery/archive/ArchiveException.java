package io.chancery.archive;

import java.sql.SQLException;

/** The archive could not be read or written; what was to be recorded is not, and must not be acted upon. */
public final class ArchiveException extends RuntimeException {

    ArchiveException(SQLException cause) {
        super("The archive could not be read or written", cause);
    }
}
