package io.chancery;

import io.chancery.archive.verify.VerifyCommand;
import io.chancery.platform.database.EmbeddedDatabase;
import io.chancery.platform.security.SessionKey;
import io.chancery.render.command.CommandLine;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Starts Chancery: its own PostgreSQL first, unless it was given one. With arguments it does what they say, and ends. */
@QuarkusMain
public final class Chancery {

    private Chancery() {}

    public static void main(String... args) {
        if (args.length > 0) {
            System.exit(run(List.of(args), utf8(System.out), utf8(System.err)));
        }
        SessionKey.provideUnlessConfigured();
        EmbeddedDatabase.startUnlessConfigured();
        Quarkus.run(args);
    }

    private static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.get(0).equals("verify")) {
            var language = Locale.getDefault().getLanguage();
            return VerifyCommand.run(arguments.subList(1, arguments.size()), language, out, err);
        }
        return CommandLine.run(arguments, out, err);
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
