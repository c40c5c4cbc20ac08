package io.chancery.archive.verify;

import io.chancery.archive.log.note.NoteException;
import io.chancery.archive.log.note.VerifierKey;
import io.chancery.archive.log.time.TimeStamps;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code verify}: says of an export in words what holds; by the exit code: 0 all of it, 1 not all, 2 it cannot be told. */
public final class VerifyCommand {

    static final int HOLDS = 0;
    static final int HOLDS_NOT = 1;
    static final int UNKNOWN = 2;

    private static final String USAGE = """
            Usage, behind java -jar quarkus-run.jar:

              verify EXPORT --key KEY     checks an export of the archive, without network or database
                --key KEY                 the public key of the archive, or a file with it: one line name+id+key. Get it
                                          from the archive's owner, on another way than the export
                --anchor FILE             checkpoints that you have kept yourself (a .notes file, or a folder of them)
                --tsa-certificate FILE    of a time-stamping authority that you trust; as often as needed
                --language de|en          in which language the result is told

            Exit code: 0 everything holds; 1 something does not; 2 it could not be checked.
            """;

    private final PrintStream out;
    private final PrintStream err;

    private VerifyCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Does what the arguments say.
     *
     * @param arguments behind {@code verify}
     * @param language of whoever asks, ISO 639-1, unless they name another
     * @return the exit code
     */
    public static int run(List<String> arguments, String language, PrintStream out, PrintStream err) {
        return new VerifyCommand(out, err).run(arguments, language);
    }

    private int run(List<String> arguments, String language) {
        try {
            var options = VerifyOptions.read(arguments, language);
            var report = verify(options);
            print(report, options);
            return report.holds() ? HOLDS : HOLDS_NOT;
        } catch (IllegalArgumentException | NoteException e) {
            err.println(e.getMessage());
            err.println();
            err.print(USAGE);
            return UNKNOWN;
        } catch (IOException e) {
            err.println("It cannot be read: " + e.getMessage());
            return UNKNOWN;
        }
    }

    private static Report verify(VerifyOptions options) throws IOException {
        var key = VerifierKey.parse(key(options.key()));
        var unanchored = new Findings();
        var anchor = options.anchor() == null ? null : AnchoredNotes.read(notes(options.anchor()), key, unanchored);
        var report = new Verifier(key, new Trust(authorities(options.certificates()), anchor)).verify(options.export());
        report.anchored(anchor, unanchored);
        return report;
    }

    private static String key(String named) throws IOException {
        return named.contains("+") && !Files.exists(Path.of(named))
                ? named.strip()
                : Files.readString(Path.of(named)).strip();
    }

    private static List<String> notes(Path anchor) throws IOException {
        if (!Files.isDirectory(anchor)) {
            return List.of(Files.readString(anchor));
        }
        var notes = new ArrayList<String>();
        try (var files = Files.list(anchor)) {
            for (var file : files.filter(file -> file.toString().endsWith(".notes"))
                    .sorted()
                    .toList()) {
                notes.add(Files.readString(file));
            }
        }
        return notes;
    }

    private static @Nullable TimeStamps authorities(List<Path> files) throws IOException {
        if (files.isEmpty()) {
            return null;
        }
        Set<X509Certificate> trusted = new HashSet<>();
        for (var file : files) {
            try (var in = Files.newInputStream(file)) {
                for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    trusted.add((X509Certificate) certificate);
                }
            } catch (CertificateException e) {
                throw new IllegalArgumentException(file + " is no certificate", e);
            }
        }
        return new TimeStamps(trusted);
    }

    private void print(Report report, VerifyOptions options) {
        boolean german = options.german();
        out.println(options.export());
        if (report.holds()) {
            report.statements(german).forEach(sentence -> out.println("  " + sentence));
            out.println(german ? "Alles hält." : "Everything holds.");
        } else {
            // A ZIP that was packed again is wrong at each file, and would hide the one that was changed.
            report.faults().stream()
                    .sorted(Comparator.comparing(fault -> fault.code() == Fault.Code.ZIP_BROKEN))
                    .forEach(fault -> out.println("  " + fault.sentence(german)));
            out.println((german ? "Es hält nicht: %d Fehler." : "It does not hold: %d faults.")
                    .formatted(report.faults().size()));
        }
    }
}
