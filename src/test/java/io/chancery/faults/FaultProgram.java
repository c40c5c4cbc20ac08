package io.chancery.faults;

import io.chancery.faults.FaultRun.Plan;
import java.nio.file.Files;
import java.util.List;

/** {@code main(deliveries, kills, seed, forgetful)}: the last two may be left out. */
public final class FaultProgram {

    private static final int SHOWN = 20;

    private FaultProgram() {}

    /** Ends with 1 if anything was found. */
    public static void main(String... arguments) throws Exception {
        var plan = new Plan(
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]),
                arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime(),
                "",
                arguments.length > 3 && arguments[3].equals("forgetful"));
        var folder = Files.createTempDirectory("chancery-faults");
        System.out.printf("seed %d, all in %s%n", plan.seed(), folder);
        boolean clean;
        try (var run = new FaultRun(folder, plan)) {
            var result = run.run();
            var findings = result.findings();
            System.out.print(result.table());
            show("lost", findings.lost());
            show("unfinished", findings.unfinished());
            show("unmarked repeats", findings.unmarkedRepeats());
            show("taken, not on record", findings.phantoms());
            show("uncertain, not marked", findings.unmarkedUncertain());
            show("letters not whole", result.brokenLetters());
            clean = result.isClean();
        }
        System.exit(clean ? 0 : 1);
    }

    private static void show(String title, List<String> found) {
        found.stream().limit(SHOWN).forEach(line -> System.out.println(title + ": " + line));
    }
}
