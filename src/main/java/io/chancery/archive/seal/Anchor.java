package io.chancery.archive.seal;

import io.chancery.archive.log.note.Checkpoint;
import io.chancery.archive.log.note.SignedNote;
import io.chancery.platform.work.DataDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The checkpoints once more, in files that are only ever appended to, one for each month: an empty line follows each
 * note. Whoever changes the database and its checkpoints has these to reckon with.
 */
@ApplicationScoped
public class Anchor {

    private static final int AT_ONCE = 10_000;
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM").withZone(ZoneOffset.UTC);
    /** An empty line that is not the one between a note's text and its signatures. */
    private static final Pattern BETWEEN = Pattern.compile("(?<=\n)\n(?=[^—])");

    private final Path folder;

    Anchor(DataDirectory data, SealConfig config) {
        folder = config.anchor().orElseGet(() -> data.resolve("checkpoints"));
    }

    /** Appends the checkpoints that it has not yet, also those that another node has signed. */
    synchronized void catchUp(CheckpointTable checkpoints) {
        try {
            append(checkpoints.beyond(size(), AT_ONCE));
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoints cannot be appended to " + folder, e);
        }
    }

    /** How many leaves the log had at the last note; 0 if there is none. */
    private long size() {
        var notes = notes();
        return notes.isEmpty()
                ? 0
                : Checkpoint.parse(SignedNote.parse(notes.get(notes.size() - 1)).text())
                        .size();
    }

    /** Appends notes, and returns when they are on the disk. */
    private void append(List<CheckpointTable.Row> checkpoints) throws IOException {
        Files.createDirectories(folder);
        for (var checkpoint : checkpoints) {
            var file = folder.resolve(MONTH.format(checkpoint.madeAt()) + ".notes");
            try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                channel.write(StandardCharsets.UTF_8.encode(checkpoint.note() + "\n"));
                channel.force(true);
            }
        }
    }

    /** All notes, in the order in which they were appended. */
    public List<String> notes() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            var notes = new ArrayList<String>();
            for (var file : files.filter(file -> file.toString().endsWith(".notes"))
                    .sorted()
                    .toList()) {
                notes.addAll(List.of(BETWEEN.split(Files.readString(file).stripTrailing() + "\n")));
            }
            return notes;
        } catch (IOException e) {
            throw new UncheckedIOException("The anchored checkpoints in " + folder + " cannot be read", e);
        }
    }
}
