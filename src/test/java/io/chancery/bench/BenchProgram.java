package io.chancery.bench;

import io.chancery.bench.render.RenderProgram;

/** Runs what {@code -Dchancery.bench} names: {@code load} or {@code render}. */
public final class BenchProgram {

    private BenchProgram() {}

    /** Takes its name, then rounds and renders for {@code render}, then the folder with the files for {@code load}. */
    public static void main(String... arguments) throws Exception {
        switch (arguments[0]) {
            case "load" -> LoadProgram.main(arguments[3]);
            case "render" -> RenderProgram.main(arguments[1], arguments[2]);
            default -> throw new IllegalArgumentException("-Dchancery.bench is load or render, not " + arguments[0]);
        }
    }
}
