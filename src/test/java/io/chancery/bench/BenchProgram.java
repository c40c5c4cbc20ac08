package io.chancery.bench;

import io.chancery.bench.render.RenderProgram;
import io.chancery.bench.render.StreamProgram;
import io.chancery.dispatch.email.dkim.SigningBenchmark;
import io.chancery.faults.FaultProgram;
import io.chancery.faults.MutantProgram;

/** Runs what {@code -Dchancery.bench} names: {@code load}, {@code render}, {@code dkim}, {@code stream}, {@code dispatch}, {@code archive}, {@code preview}, {@code faults} or {@code mutants}. */
public final class BenchProgram {

    private BenchProgram() {}

    /**
     * Takes its name, then rounds for all but {@code load} and renders for {@code render}, then the folder with the files
     * for {@code load}, then the numbers of deliveries and kills for {@code faults}; {@code dispatch} and {@code archive} take the
     * deliveries of each channel, too, and last how many are stored before.
     */
    public static void main(String... arguments) throws Exception {
        switch (arguments[0]) {
            case "load" -> LoadProgram.main(arguments[3]);
            case "render" -> RenderProgram.main(arguments[1], arguments[2]);
            case "dkim" -> SigningBenchmark.main(arguments[1]);
            case "stream" -> StreamProgram.main(arguments[1]);
            case "dispatch" -> DispatchLoad.main(arguments[4], arguments[6]);
            case "archive" -> ArchiveLoad.main(arguments[4], arguments[6]);
            case "preview" -> PreviewLoad.main(arguments[1]);
            case "faults" -> FaultProgram.main(arguments[4], arguments[5]);
            case "mutants" -> MutantProgram.main();
            default ->
                throw new IllegalArgumentException(
                        "-Dchancery.bench is load, render, dkim, stream, dispatch, archive, preview, faults or mutants, not "
                                + arguments[0]);
        }
    }
}
