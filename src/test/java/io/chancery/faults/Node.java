package io.chancery.faults;

import io.chancery.RunningChancery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One node of the packaged application, which may be dead or frozen. */
final class Node implements AutoCloseable {

    private final Path application;
    private final Path folder;
    private final Map<String, String> settings;
    private volatile @Nullable RunningChancery chancery;

    /**
     * One that does not run yet.
     *
     * @param application where it is packaged
     * @param folder all of the node's own: its data and its log
     */
    Node(Path application, Path folder, Map<String, String> settings) {
        this.application = application;
        this.folder = folder;
        this.settings = new HashMap<>(settings);
        this.settings.put("chancery.data.directory", folder.toString());
    }

    void start() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        chancery = RunningChancery.start(
                application,
                settings,
                List.of("-Xmx512m", RunningChancery.QUICK_START),
                folder.resolve("chancery.log"));
    }

    /** The application, unless it is dead or dying. */
    Optional<RunningChancery> alive() {
        return Optional.ofNullable(chancery);
    }

    /** {@code kill -9}. */
    void kill() {
        var dying = chancery;
        chancery = null;
        if (dying != null) {
            dying.kill();
        }
    }

    /** As the database knows it. */
    String id() {
        try {
            return Files.readString(folder.resolve("node.id")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            var pid = alive().orElseThrow().pid();
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        alive().ifPresent(RunningChancery::close);
        chancery = null;
    }
}
