package io.chancery.faults.mutant;

import io.chancery.RunningChancery;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.bytebuddy.implementation.StubMethod;

/** A promise, broken. */
public enum Mutant {
    /** Nothing comes into the journal, so after a kill no attempt seems to have reached its provider. */
    JOURNAL_OFF(
            List.of(), Change.ofMethods("io.chancery.dispatch.journal.Journal", Map.of("write", StubMethod.INSTANCE))),

    /** An owner of shards that was replaced goes on, but its attempts are still told from those of others. */
    LEASES_OFF(Fence.LEASES),

    /** An owner of shards that was replaced goes on, and nothing stops it. */
    FENCING_OFF(Fence.LEASES, Fence.OPEN_ATTEMPT);

    private final List<Change> changes;

    Mutant(List<Change> changes, Change... more) {
        this.changes = Stream.concat(changes.stream(), Stream.of(more)).toList();
    }

    List<Change> changes() {
        return changes;
    }

    /**
     * Makes a copy of the packaged application that breaks the promise. Libraries are links, so it takes a few megabytes.
     *
     * @param folder where there is nothing yet, on the same disk
     */
    public Path copyTo(Path folder) throws IOException {
        var changed = new HashSet<Change>();
        try (var files = Files.walk(RunningChancery.PACKAGED)) {
            for (var file : files.toList()) {
                var copy = folder.resolve(RunningChancery.PACKAGED.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (isOurs(file)) {
                    Files.copy(file, copy);
                    changed.addAll(change(copy));
                } else {
                    // Not a symbolic one: Java would follow it and find the unchanged application beside its target.
                    Files.createLink(copy, file);
                }
            }
        }
        if (changed.size() < changes.size()) {
            throw new IllegalStateException("Of " + changes + " the application has only " + changed);
        }
        return folder;
    }

    /** What we compile, and what the build has made of it: classes it has transformed are there twice. */
    private static boolean isOurs(Path file) {
        var parent = RunningChancery.PACKAGED.relativize(file).getName(0).toString();
        return Set.of("app", "quarkus").contains(parent) && file.toString().endsWith(".jar");
    }

    private Set<Change> change(Path jar) throws IOException {
        var changed = new HashSet<Change>();
        try (var entries = FileSystems.newFileSystem(jar)) {
            for (var change : changes) {
                var file = entries.getPath(change.file());
                if (Files.exists(file)) {
                    Files.write(file, change.apply(Files.readAllBytes(file)));
                    changed.add(change);
                }
            }
        }
        return changed;
    }
}
