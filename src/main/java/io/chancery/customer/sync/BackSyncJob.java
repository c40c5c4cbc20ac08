package io.chancery.customer.sync;

import io.chancery.customer.sync.BackSyncTable.Due;
import io.chancery.platform.webhook.send.Answer;
import io.chancery.platform.work.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Sends differences to the sources' webhooks, again and again until they take them or it is given up. */
@ApplicationScoped
class BackSyncJob {

    private static final int AT_ONCE_PER_SOURCE = 10;

    private final BackSyncTable table;
    private final Differences differences;
    private final RecordTable records;
    private final FactTable facts;
    private final SourceSender sender;
    private final SyncConfig config;
    private @Nullable WorkLoop loop;

    BackSyncJob(
            BackSyncTable table,
            Differences differences,
            RecordTable records,
            FactTable facts,
            SourceSender sender,
            SyncConfig config) {
        this.table = table;
        this.differences = differences;
        this.records = records;
        this.facts = facts;
        this.sender = sender;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        loop = WorkLoop.start("back-sync", config.interval(), this::step);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    private record Sent(Due due, Difference difference, CompletableFuture<Answer> answer) {}

    /** All at the same time: a source that lets us wait keeps no other source waiting longer than for one answer. */
    private boolean step() {
        var taken = table.take(AT_ONCE_PER_SOURCE, config.answerWithin());
        var ids = taken.stream().map(Due::recordId).toList();
        var happened = facts.of(ids);
        var found = differences.ofRecords(ids, records.wanted());
        var sent = new ArrayList<Sent>();
        for (var due : taken) {
            var difference = found.get(due.recordId());
            if (difference == null) {
                table.done(due);
                continue;
            }
            var told = difference.with(happened.getOrDefault(due.recordId(), List.of()));
            if (told.isNews()) {
                sent.add(new Sent(due, told, sender.send(due, told)));
            } else {
                table.done(due);
            }
        }
        sent.forEach(one -> close(one, one.answer().join()));
        return !taken.isEmpty();
    }

    private void close(Sent sent, Answer answer) {
        var due = sent.due();
        if (answer.isTaken()) {
            facts.delete(sent.difference().facts());
            table.done(due);
        } else {
            boolean again = answer.isWorthRepeating() && due.attempts() < config.maxAttempts();
            table.failed(due, answer.failure(), again ? Optional.of(pause(due.attempts())) : Optional.empty());
        }
    }

    private Duration pause(int attempts) {
        var pause = config.firstRetryAfter().multipliedBy(1L << Math.min(attempts - 1, 12));
        return pause.compareTo(config.longestRetryAfter()) < 0 ? pause : config.longestRetryAfter();
    }
}
