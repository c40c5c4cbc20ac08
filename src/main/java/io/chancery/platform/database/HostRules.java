package io.chancery.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whom the embedded server lets in: {@code pg_hba.conf}, whose first rule that fits counts. */
final class HostRules {

    private static final String PASSWORDS = """
            # Written by Chancery at each start. The passwords are in postgres.passwords, in the folder above.
            local all all              scram-sha-256
            host  all all 127.0.0.1/32 scram-sha-256
            host  all all ::1/128      scram-sha-256
            """;

    private static final String FIRST_PASSWORD = """
            # Written by Chancery for the moment in which the superuser gets a password.
            host  all postgres 127.0.0.1/32 trust
            host  all postgres ::1/128      trust
            """;

    private final Path file;

    HostRules(Path data) {
        file = data.resolve("pg_hba.conf");
    }

    boolean areByPassword() throws IOException {
        return Files.exists(file) && Files.readString(file).equals(PASSWORDS);
    }

    /** Everybody needs a password. */
    void setByPassword() {
        write(PASSWORDS);
    }

    /** Nobody gets in but the superuser, without a password. */
    void setForFirstPassword() {
        write(FIRST_PASSWORD);
    }

    private void write(String rules) {
        try {
            Files.writeString(file, rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
