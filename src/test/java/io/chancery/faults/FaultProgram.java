package io.chancery.faults;

import io.chancery.RunningChancery;
import io.chancery.faults.FaultRun.Plan;
import java.nio.file.Files;
import java.time.Duration;

/** {@code main(deliveries, kills, seed)}: the last may be left out. */
public final class FaultProgram {

    private static final int SHOWN = 20;

    private FaultProgram() {}

    /** Ends with 1 if anything was found. */
    public static void main(String... arguments) throws Exception {
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
        var faults = Faults.mixture(Integer.parseInt(arguments[1]), seed);
        var plan = new Plan(
                RunningChancery.PACKAGED, Integer.parseInt(arguments[0]), faults, seed, "", Duration.ofHours(24));
        var folder = Files.createTempDirectory("chancery-faults");
        System.out.printf("seed %d, all in %s%n", plan.seed(), folder);
        boolean clean;
        try (var run = new FaultRun(folder, plan)) {
            var result = run.run();
            System.out.print(result.table());
            System.out.print(result.examples(SHOWN));
            clean = result.isClean();
        }
        System.exit(clean ? 0 : 1);
    }
}
