package io.chancery.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * What the providers of one channel have taken over, and what they did to whoever handed it over. Outlives every kill,
 * and is written to a file, so that a finding can be followed up.
 */
final class Acceptances implements AutoCloseable {

    private final Clock clock = Clock.systemUTC();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<Mischief.Kind, Integer> mischief = new HashMap<>();
    private final Writer file;
    private int total;

    Acceptances(Path file) {
        try {
            this.file = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something came whole; unless refused, it counts as taken from now on. */
    synchronized void arrived(String key, Mischief.Kind kind, Socket client) {
        mischief.merge(kind, 1, Integer::sum);
        if (!kind.isRefusal()) {
            counts.merge(key, 1, Integer::sum);
            total++;
        }
        try {
            file.write("%s %s %s from port %d%n".formatted(clock.instant(), key, kind, client.getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often each was taken. */
    synchronized Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }

    synchronized int total() {
        return total;
    }

    synchronized int played(Mischief.Kind... kinds) {
        int sum = 0;
        for (var kind : kinds) {
            sum += mischief.getOrDefault(kind, 0);
        }
        return sum;
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
