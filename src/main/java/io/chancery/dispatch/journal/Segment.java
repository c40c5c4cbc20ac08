package io.chancery.dispatch.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One file of the journal, and how many attempts still need it. */
final class Segment {

    private final Path file;
    private final RandomAccessFile output;
    private long size;
    private int needed;
    private boolean full;

    private Segment(Path file, RandomAccessFile output, boolean full) {
        this.file = file;
        this.output = output;
        this.full = full;
    }

    static Segment create(Path file) throws IOException {
        // Not a channel: a channel is closed under everybody when one thread that writes is interrupted.
        return new Segment(file, new RandomAccessFile(file.toFile(), "rw"), false);
    }

    /** One that an earlier process left behind; it is only read. */
    static Segment left(Path file) throws IOException {
        return new Segment(file, new RandomAccessFile(file.toFile(), "r"), true);
    }

    List<JournalRecord> read() throws IOException {
        return JournalRecord.readAll(Files.readAllBytes(file));
    }

    void append(byte[] bytes) {
        try {
            output.write(bytes);
            size += bytes.length;
        } catch (IOException e) {
            // Perhaps half of it is there; what follows must not stand behind a torn record at an odd place.
            full = true;
            throw new UncheckedIOException("The journal cannot be written", e);
        }
    }

    void force() {
        try {
            output.getFD().sync();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be forced to disk", e);
        }
    }

    boolean isFull(long limit) {
        return full || size >= limit;
    }

    void need() {
        needed++;
    }

    void release() {
        needed--;
    }

    boolean isNeeded() {
        return needed > 0;
    }

    void close() {
        try {
            output.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
