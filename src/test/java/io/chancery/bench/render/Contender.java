package io.chancery.bench.render;

import java.time.Duration;

/** Something that makes a PDF of a sample. */
interface Contender extends AutoCloseable {

    String name();

    /** The PDF of a sample with the data of this number. */
    byte[] print(Sample sample, int number) throws Exception;

    /** The processor time it has taken so far; zero if nobody can tell. */
    Duration processorTime();

    /** Whether it gets faster for minutes, because its virtual machine compiles what is used most. */
    default boolean isCompiledMeanwhile() {
        return false;
    }

    @Override
    default void close() throws Exception {}
}
