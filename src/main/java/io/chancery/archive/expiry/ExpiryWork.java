package io.chancery.archive.expiry;

import io.chancery.archive.ArchiveSearch;
import io.chancery.archive.Keeping.Expiry.Outcome;
import io.chancery.archive.Keeping.Expiry.Preview;
import io.chancery.archive.Keeping.Item;
import io.chancery.archive.expiry.DeletionRecord.Deleted;
import io.chancery.archive.expiry.DeletionTable.Leaves;
import io.chancery.archive.expiry.ExpiryTable.Kind;
import io.chancery.archive.expiry.ExpiryTable.Step;
import io.chancery.archive.expiry.ProgressTable.Progress;
import io.chancery.archive.retention.RetentionDuty;
import io.chancery.archive.retention.RetentionDuty.Duty;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.AuditEntry;
import io.chancery.platform.audit.AuditLog;
import io.chancery.platform.audit.SubjectKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Counts what is due, and deletes what was approved: piece by piece, each in the caller's transaction. */
@ApplicationScoped
class ExpiryWork {

    static final int COUNTED_AT_ONCE = 2_000;
    static final int DELETED_AT_ONCE = 500;

    private final ExpiryTable table;
    private final ProgressTable progress;
    private final ItemTable items;
    private final Rows rows;
    private final RetentionDuty duties;
    private final AuditLog audit;

    ExpiryWork(
            ExpiryTable table,
            ProgressTable progress,
            ItemTable items,
            Rows rows,
            RetentionDuty duties,
            AuditLog audit) {
        this.table = table;
        this.progress = progress;
        this.items = items;
        this.rows = rows;
        this.duties = duties;
        this.audit = audit;
    }

    /** The next piece of whatever there is to do; whether there was any. */
    boolean step() {
        var next = progress.next();
        next.ifPresent(reached -> table.steps(reached.expiryId()).stream()
                .filter(step -> step.kind() == Kind.APPROVED)
                .findFirst()
                .ifPresentOrElse(approval -> delete(reached, approval), () -> count(reached)));
        return next.isPresent();
    }

    private void count(Progress before) {
        var found = duties.ofOld(before.reached(), COUNTED_AT_ONCE);
        var ids = found.stream().map(Duty::deliveryId).toList();
        var due = found.stream().filter(Duty::isDue).toList();
        items.insert(before.expiryId(), due);
        var after = before.plus(ids, due, kept(found));
        if (found.size() == COUNTED_AT_ONCE) {
            progress.put(after);
        } else {
            var preview = new Preview(after.due(), items.count(after.expiryId()), after.kept());
            end(after, Kind.PREVIEWED, table.write(preview));
        }
    }

    private void delete(Progress before, Step approval) {
        var listed = items.list(before.expiryId(), before.reached(), DELETED_AT_ONCE);
        var ids = listed.stream().map(Item::deliveryId).toList();
        rows.lock(ids);
        // What is due is asked again now that nothing of it can change any more.
        var found = List.copyOf(duties.of(ids).values());
        var due = found.stream().filter(Duty::isDue).toList();
        if (!due.isEmpty()) {
            var proposer = table.find(before.expiryId()).orElseThrow().by().name();
            rows.delete(due, before.expiryId(), proposer, approval.by().name());
        }
        var after = before.plus(ids, due, kept(found));
        if (listed.size() == DELETED_AT_ONCE) {
            progress.put(after);
        } else {
            finish(after);
        }
    }

    private void finish(Progress last) {
        var at = rows.now();
        end(last, Kind.FINISHED, table.write(new Outcome(last.due(), last.kept(), at)));
        audit.append(
                AuditEntry.Actor.job(ExpiryJob.NAME),
                new AuditEntry.Act(
                        AuditAction.DELETED,
                        SubjectKind.EXPIRY,
                        last.expiryId().toString(),
                        Map.of("deliveries", String.valueOf(last.due()))));
    }

    private void end(Progress last, Kind kind, String counts) {
        table.add(last.expiryId(), new Step(kind, ExpiryJob.ACTOR, rows.now(), "", counts));
        progress.end(last.expiryId());
    }

    private static List<Duty> kept(List<Duty> found) {
        return found.stream().filter(duty -> !duty.isDue()).toList();
    }

    /** The rows of the record that go. */
    @ApplicationScoped
    static class Rows {

        private final DeletionTable table;
        private final Deletions deletions;
        private final ArchiveSearch search;
        private final IdGenerator ids;
        private final Clock clock;

        Rows(DeletionTable table, Deletions deletions, ArchiveSearch search, IdGenerator ids, Clock clock) {
            this.table = table;
            this.deletions = deletions;
            this.search = search;
            this.ids = ids;
            this.clock = clock;
        }

        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }

        void lock(List<UUID> deliveryIds) {
            table.lock(deliveryIds);
        }

        void delete(List<Duty> due, UUID expiryId, String proposer, String approver) {
            var deliveryIds = due.stream().map(Duty::deliveryId).toList();
            var leaves = table.leaves(deliveryIds);
            search.forgetDeliveries(deliveryIds);
            var at = now();
            deletions.delete(due.stream()
                    .map(duty -> new DeletionRecord(
                            ids.next(),
                            expiryId,
                            deleted(duty, Objects.requireNonNull(leaves.get(duty.deliveryId()))),
                            proposer,
                            approver,
                            at))
                    .toList());
        }

        private static Deleted deleted(Duty duty, Leaves leaves) {
            return new Deleted(
                    duty.deliveryId(),
                    leaves.messageId(),
                    duty.documentClass(),
                    duty.channel().name(),
                    duty.rule().words(),
                    Objects.requireNonNull(duty.until()),
                    leaves.events(),
                    leaves.parts());
        }
    }
}
