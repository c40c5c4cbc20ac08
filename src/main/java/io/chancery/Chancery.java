package io.chancery;

import io.chancery.platform.EmbeddedDatabase;
import io.chancery.platform.security.SessionKey;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts Chancery: its own PostgreSQL first, unless it was given one. */
@QuarkusMain
public final class Chancery {

    private Chancery() {}

    public static void main(String... args) {
        SessionKey.provideUnlessConfigured();
        EmbeddedDatabase.startUnlessConfigured();
        Quarkus.run(args);
    }
}
