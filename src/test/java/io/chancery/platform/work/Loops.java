package io.chancery.platform.work;

/** The loops of an application that runs in this process. */
public final class Loops {

    private Loops() {}

    /** Lets a loop look for work now, which would do so within its interval. */
    public static void wake(String name) {
        var loops = WorkLoop.running().stream()
                .filter(loop -> loop.name().equals(name))
                .toList();
        if (loops.isEmpty()) {
            throw new IllegalStateException("There is no loop " + name);
        }
        loops.forEach(WorkLoop::wake);
    }
}
