package io.chancery;

import io.chancery.platform.database.EmbeddedDatabase;
import io.chancery.platform.security.SessionKey;
import io.chancery.render.command.CommandLine;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Starts Chancery: its own PostgreSQL first, unless it was given one. With arguments it does what they say, and ends. */
@QuarkusMain
public final class Chancery {

    private Chancery() {}

    public static void main(String... args) {
        if (args.length > 0) {
            System.exit(CommandLine.run(List.of(args), utf8(System.out), utf8(System.err)));
        }
        SessionKey.provideUnlessConfigured();
        EmbeddedDatabase.startUnlessConfigured();
        Quarkus.run(args);
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
