package io.chancery.platform;

import java.sql.SQLException;

/** The database refused or could not be reached; nothing of the transaction has happened. */
public final class DatabaseException extends RuntimeException {

    public DatabaseException(SQLException cause) {
        super("The database refused or could not be reached (SQL state " + cause.getSQLState() + ")", cause);
    }
}
