package io.chancery.platform;

import java.sql.SQLException;
import java.util.Objects;

/** The database refused or could not be reached; nothing of the transaction has happened. */
public final class DatabaseException extends RuntimeException {

    private final String sqlState;

    public DatabaseException(SQLException cause) {
        super("The database refused or could not be reached (SQL state " + cause.getSQLState() + ")", cause);
        this.sqlState = Objects.requireNonNullElse(cause.getSQLState(), "");
    }

    /** Five characters; empty if nobody knows. */
    public String sqlState() {
        return sqlState;
    }

    /** Whether a value was refused: classes 22, data exception, and 23, integrity constraint violation. */
    public boolean isAboutData() {
        return sqlState.startsWith("22") || sqlState.startsWith("23");
    }
}
