package io.chancery.platform.work;

public class WorkLoop implements AutoCloseable {
    public static WorkLoop start(String n, WorkSignal s, java.util.function.BooleanSupplier b) {
        return new WorkLoop();
    }

    public void close() {}
}
