package io.chancery.dispatch.receipt;

import io.chancery.dispatch.Receipts;
import io.chancery.platform.work.Transactions;
import io.chancery.platform.work.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Stores receipts, many in one transaction, before their providers are told so, and then matches them. References are
 * looked for again when attempts with them have been recorded: whichever comes second finds the first.
 */
@ApplicationScoped
public class ReceiptBook implements Receipts {

    private static final int BATCH = 500;
    private static final Duration STORE_LIMIT = Duration.ofSeconds(10);
    /** What could not be recorded is tried again no more often than this. */
    private static final Duration REFUSED_FOR = Duration.ofSeconds(10);
    /** A receipt that nothing has matched for so long belongs to nothing of ours. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final ReceiptTable table;
    private final ReceiptMatching matching;
    private final Transactions transactions;
    private final Clock clock;

    private final BlockingQueue<Arrival> arriving = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> expected = new LinkedBlockingQueue<>();
    private final List<Arrival> unstored = new ArrayList<>();
    private final Set<String> unmatched = new HashSet<>();
    private final Set<String> refused = new HashSet<>();
    private Instant refusedUntil = Instant.MIN;
    private volatile @Nullable WorkLoop loop;

    private record Arrival(Receipt receipt, CompletableFuture<Boolean> stored) {}

    ReceiptBook(ReceiptTable table, ReceiptMatching matching, Transactions transactions, Clock clock) {
        this.table = table;
        this.matching = matching;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void record(String reference, boolean delivered, String code, Instant at) {
        record(new Receipt("", reference, delivered, code, at));
    }

    @Override
    public Receipts of(String provider) {
        return (reference, delivered, code, at) -> record(new Receipt(provider, reference, delivered, code, at));
    }

    private void record(Receipt receipt) {
        var arrival = new Arrival(receipt, new CompletableFuture<>());
        arriving.add(arrival);
        wake();
        try {
            arrival.stored().get(STORE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new ReceiptNotStoredException(receipt.reference(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReceiptNotStoredException(receipt.reference(), e);
        }
    }

    /** Attempts with these references, perhaps of several parts, are on record; receipts may have come before. */
    public void expect(Collection<String> references) {
        for (var reference : references) {
            for (var part : reference.split(",")) {
                expected.add(part.strip());
            }
        }
        if (!references.isEmpty()) {
            wake();
        }
    }

    void start(@Observes StartupEvent event) {
        loop = WorkLoop.start("dispatch-receipts", Duration.ofSeconds(1), this::step);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    /** Looks for what was missed when a node died between storing and matching, and forgets what is too old. */
    @Scheduled(every = "10m", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        table.deleteOlderThan(clock.instant().minus(KEPT));
        var references = table.waiting("", BATCH);
        while (!references.isEmpty()) {
            expect(references);
            references = table.waiting(references.get(references.size() - 1), BATCH);
        }
    }

    /** Stores what has come in, then matches, and says whether there was anything. */
    boolean step() {
        arriving.drainTo(unstored, BATCH - unstored.size());
        if (!unstored.isEmpty()) {
            store();
        }
        expected.drainTo(unmatched, BATCH);
        retryRefused();
        if (unmatched.isEmpty()) {
            return false;
        }
        refused.addAll(matching.match(List.copyOf(unmatched)));
        unmatched.clear();
        return true;
    }

    private void retryRefused() {
        if (!refused.isEmpty() && !clock.instant().isBefore(refusedUntil)) {
            refusedUntil = clock.instant().plus(REFUSED_FOR);
            unmatched.addAll(refused);
            refused.clear();
        }
    }

    private void store() {
        var receipts = unstored.stream().map(Arrival::receipt).toList();
        transactions.run(() -> table.insert(receipts, clock.instant()));
        unstored.forEach(arrival -> arrival.stored().complete(true));
        unstored.clear();
        receipts.forEach(receipt -> unmatched.add(receipt.reference()));
    }

    private void wake() {
        if (loop != null) {
            loop.wake();
        }
    }
}
