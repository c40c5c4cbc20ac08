package io.chancery.dispatch.journal;

import io.chancery.dispatch.journal.Trace.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Append-only files with two short records per hand-over: {@code intent} before the provider can accept, {@code sent} or
 * {@code declined} after it has answered. Written to the page cache, so it survives the death of the process; with
 * {@code force} it survives that of the machine too. A file is deleted when the database has recorded all it is about.
 */
public final class Journal implements AutoCloseable {

    private static final long SEGMENT_LIMIT = 4L << 20;
    private static final String PREFIX = "journal-";

    private final Path directory;
    private final boolean force;
    private final long segmentLimit;

    private final Map<UUID, Known> attempts = new HashMap<>();
    private final List<Segment> segments = new ArrayList<>();
    private Segment current;
    private long number;
    /** How many records have been written; guarded by this, as all above. */
    private long written;

    private final Object forcing = new Object();
    /** How many of them have been forced to disk. */
    private long forced;

    private record Known(int attempt, Trace trace, Segment segment) {}

    private Journal(Path directory, boolean force, long segmentLimit) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.force = force;
        this.segmentLimit = segmentLimit;
        readWhatWasLeft();
        this.current = newSegment();
    }

    /** Opens the journal in a folder of its own and reads what an earlier process has left there. */
    public static Journal open(Path directory, boolean force) {
        return open(directory, force, SEGMENT_LIMIT);
    }

    static Journal open(Path directory, boolean force, long segmentLimit) {
        try {
            return new Journal(directory, force, segmentLimit);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal in " + directory + " cannot be opened", e);
        }
    }

    /** From here on the provider may have accepted. */
    public void intent(UUID deliveryId, int attempt) {
        write(new JournalRecord(deliveryId, attempt, new Trace(Stage.INTENT, "")));
    }

    /** The provider did not accept after all. */
    public void declined(UUID deliveryId, int attempt) {
        write(new JournalRecord(deliveryId, attempt, new Trace(Stage.DECLINED, "")));
    }

    /** The provider accepted. */
    public void sent(UUID deliveryId, int attempt, String reference) {
        write(new JournalRecord(deliveryId, attempt, new Trace(Stage.SENT, reference)));
    }

    /** What is known of an attempt whose outcome the database does not have. */
    public synchronized Trace find(UUID deliveryId, int attempt) {
        var known = attempts.get(deliveryId);
        return known == null || known.attempt() != attempt ? Trace.NONE : known.trace();
    }

    /**
     * The database has recorded the outcomes of these attempts.
     *
     * @param numbers of the attempts, by delivery
     */
    public synchronized void settled(Map<UUID, Integer> numbers) {
        numbers.forEach((id, number) -> {
            var known = attempts.get(id);
            if (known != null && known.attempt() <= number) {
                release(attempts.remove(id));
            }
        });
        deleteUnneeded();
    }

    /** Of what an earlier process has left, only these deliveries' attempts have no recorded outcome. */
    public synchronized void keepOnly(Set<UUID> deliveryIds) {
        var settled = new HashSet<>(attempts.keySet());
        settled.removeAll(deliveryIds);
        settled.forEach(id -> release(attempts.remove(id)));
        deleteUnneeded();
    }

    @Override
    public synchronized void close() {
        if (attempts.isEmpty()) {
            segments.forEach(Segment::delete);
        } else {
            segments.forEach(Segment::close);
        }
        segments.clear();
    }

    private void write(JournalRecord record) {
        long ticket;
        Segment segment;
        synchronized (this) {
            if (current.isFull(segmentLimit)) {
                rotate();
            }
            segment = current;
            segment.append(record.toBytes());
            remember(record, segment);
            ticket = ++written;
        }
        if (force) {
            forceUpTo(ticket);
        }
    }

    /** Whoever comes first forces the records of all who wait. */
    private void forceUpTo(long ticket) {
        synchronized (forcing) {
            if (forced >= ticket) {
                return;
            }
            long upTo;
            Segment segment;
            synchronized (this) {
                upTo = written;
                segment = current;
            }
            segment.force();
            forced = upTo;
        }
    }

    private void rotate() {
        if (force) {
            current.force();
        }
        try {
            current = newSegment();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be continued", e);
        }
        deleteUnneeded();
    }

    private void remember(JournalRecord record, Segment segment) {
        var earlier = attempts.get(record.deliveryId());
        if (earlier != null && earlier.attempt() > record.attempt()) {
            // A hand-over that was given up long ago came to an end.
            return;
        }
        segment.need();
        release(attempts.put(record.deliveryId(), new Known(record.attempt(), record.trace(), segment)));
    }

    private static void release(@Nullable Known known) {
        if (known != null) {
            known.segment().release();
        }
    }

    private void deleteUnneeded() {
        var unneeded = segments.stream()
                .filter(segment -> segment != current && !segment.isNeeded())
                .toList();
        unneeded.forEach(Segment::delete);
        segments.removeAll(unneeded);
    }

    private Segment newSegment() throws IOException {
        var segment = Segment.create(directory.resolve("%s%012d".formatted(PREFIX, ++number)));
        segments.add(segment);
        return segment;
    }

    private void readWhatWasLeft() throws IOException {
        try (var files = Files.list(directory)) {
            for (var file : files.filter(Journal::isSegment).sorted().toList()) {
                number = Long.parseLong(file.getFileName().toString().substring(PREFIX.length()));
                var segment = Segment.left(file);
                segments.add(segment);
                segment.read().forEach(record -> remember(record, segment));
            }
        }
    }

    private static boolean isSegment(Path file) {
        return file.getFileName().toString().matches(PREFIX + "\\d+");
    }
}
