package io.chancery.faults;

import io.chancery.RunningChancery;
import io.chancery.faults.FaultRun.Plan;
import io.chancery.faults.FaultRun.Result;
import io.chancery.faults.Faults.Kind;
import io.chancery.faults.mutant.Mutant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** That a fault run sees faults: the application comes out clean, and under the same faults each mutant of it does not. */
public final class MutantProgram {

    private static final long SEED = 1;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** A mutant need not come to an end: nodes that all own everything may disturb each other for ever. */
    private static final Duration MUTANT_LIMIT = Duration.ofSeconds(150);

    private static final int SHOWN = 3;
    /** So few that there is always something to send, and much of it left when a replaced owner wakes up. */
    private static final String PER_SECOND = "40";

    private MutantProgram() {}

    /** What befalls the application and those mutants that cannot bear it. */
    private record Trial(List<Kind> faults, int deliveries, List<Mutant> mutants) {

        Result run(Path application, Duration limit) throws Exception {
            var folder = Files.createTempDirectory("chancery-mutants");
            System.out.printf("all in %s%n", folder);
            try (var run = new FaultRun(folder, new Plan(application, deliveries, faults, SEED, PER_SECOND, limit))) {
                return run.run();
            }
        }
    }

    private static List<Trial> trials() {
        return List.of(
                new Trial(Collections.nCopies(2, Kind.KILL_BOTH_AFTER_DATABASE), 3_000, List.of(Mutant.JOURNAL_OFF)),
                new Trial(List.of(Kind.FREEZE), 4_000, List.of(Mutant.FENCING_OFF, Mutant.LEASES_OFF)));
    }

    /** Ends with 1 if the application did not come out clean, or a mutant was not noticed. */
    public static void main(String... arguments) throws Exception {
        boolean sound = true;
        for (var trial : trials()) {
            var result = trial.run(RunningChancery.PACKAGED, LIMIT);
            sound &= judge("The application under " + trial.faults(), result, "is clean", result.isClean());
            for (var mutant : trial.mutants()) {
                var copy = mutant.copyTo(Files.createTempDirectory(Path.of("target"), "mutant-"));
                result = trial.run(copy, MUTANT_LIMIT);
                sound &= judge(mutant + " under " + trial.faults(), result, "was noticed", isNoticed(mutant, result));
            }
        }
        System.exit(sound ? 0 : 1);
    }

    /** With the leases off everything is still marked, but there is more to mark than the faults explain. */
    private static boolean isNoticed(Mutant mutant, Result result) {
        return mutant == Mutant.LEASES_OFF
                ? result.findings().uncertain() > result.openAtFaults()
                : !result.findings().unmarkedRepeats().isEmpty();
    }

    private static boolean judge(String who, Result result, String wish, boolean fulfilled) {
        System.out.print(result.table());
        System.out.print(result.examples(SHOWN));
        System.out.printf("%s: %s %s%n%n", who, wish, fulfilled ? "- yes" : "- NO");
        return fulfilled;
    }
}
