package io.chancery.archive.expiry;

import io.chancery.archive.Keeping.Expiry;
import io.chancery.archive.Keeping.Expiry.By;
import io.chancery.archive.Keeping.Expiry.Decision;
import io.chancery.archive.Keeping.Expiry.Outcome;
import io.chancery.archive.Keeping.Expiry.Preview;
import io.chancery.archive.Keeping.Expiry.Status;
import io.chancery.archive.Keeping.Item;
import io.chancery.archive.expiry.ExpiryTable.Kind;
import io.chancery.archive.expiry.ExpiryTable.Proposal;
import io.chancery.archive.expiry.ExpiryTable.Step;
import io.chancery.archive.expiry.ProgressTable.Progress;
import io.chancery.archive.retention.Actor;
import io.chancery.archive.retention.RetentionRules;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Proposals to delete what is due, and decisions about them. */
@ApplicationScoped
public class Expiries {

    private final ExpiryTable table;
    private final ProgressTable progress;
    private final ItemTable items;
    private final RetentionRules rules;
    private final IdGenerator ids;
    private final Clock clock;

    Expiries(
            ExpiryTable table,
            ProgressTable progress,
            ItemTable items,
            RetentionRules rules,
            IdGenerator ids,
            Clock clock) {
        this.table = table;
        this.progress = progress;
        this.items = items;
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Begins a proposal, which counts what is due.
     *
     * @throws ExpiryException if there is one that has not come to its end
     */
    @Transactional
    public Expiry propose(Actor by) {
        table.lock();
        findOpen().ifPresent(open -> {
            throw ExpiryException.open(open);
        });
        var proposal = new Proposal(ids.next(), by, clock.instant(), rules.all());
        table.insert(proposal);
        AuditLog.about(proposal.id());
        progress.put(Progress.begin(proposal.id()));
        return expiry(proposal);
    }

    /** The one that has not come to its end: as none is begun before that, it can only be the newest. */
    Optional<Expiry> findOpen() {
        return list(null, 1).stream().filter(expiry -> expiry.status().isOpen()).findFirst();
    }

    @Transactional
    public Expiry get(UUID id) {
        return expiry(table.find(id).orElseThrow(ExpiryException::unknown));
    }

    /** Newest first, those before one. */
    @Transactional
    public List<Expiry> list(@Nullable UUID before, int limit) {
        return table.list(before, limit).stream().map(this::expiry).toList();
    }

    /** What it would delete, after one delivery. */
    @Transactional
    public List<Item> items(UUID id, @Nullable UUID after, int limit) {
        if (table.find(id).isEmpty()) {
            throw ExpiryException.unknown();
        }
        return items.list(id, after == null ? ProgressTable.START : after, limit);
    }

    /**
     * Has everything deleted that it names and that is still due when its turn comes.
     *
     * @throws ExpiryException if nothing can be decided, or by the same person who proposed it
     */
    @Transactional
    public Expiry approve(UUID id, Actor by, String reason) {
        if (Objects.equals(undecided(id).by().clientId(), by.clientId())) {
            throw ExpiryException.ownProposal();
        }
        decide(id, Kind.APPROVED, by, reason);
        progress.put(Progress.begin(id));
        return get(id);
    }

    /** Has nothing deleted; who proposed it may say so, too. */
    @Transactional
    public Expiry reject(UUID id, Actor by, String reason) {
        undecided(id);
        decide(id, Kind.REJECTED, by, reason);
        return get(id);
    }

    private Proposal undecided(UUID id) {
        table.lock();
        var status = get(id).status();
        if (status != Status.PROPOSED) {
            throw ExpiryException.notPossible(status);
        }
        return table.find(id).orElseThrow();
    }

    private void decide(UUID id, Kind kind, Actor by, String reason) {
        table.add(id, new Step(kind, by, clock.instant(), reason, "{}"));
    }

    private Expiry expiry(Proposal proposal) {
        var steps = table.steps(proposal.id()).stream().collect(Collectors.toMap(Step::kind, Function.identity()));
        var preview = steps.get(Kind.PREVIEWED);
        var counted = preview == null ? null : table.read(preview.counts(), Preview.class);
        return new Expiry(
                proposal.id(),
                status(steps, counted),
                new By(proposal.by().name(), proposal.at()),
                proposal.rules(),
                counted,
                decision(steps),
                outcome(proposal.id(), steps));
    }

    private static Status status(Map<Kind, Step> steps, @Nullable Preview counted) {
        if (steps.containsKey(Kind.FINISHED)) {
            return Status.FINISHED;
        }
        if (steps.containsKey(Kind.APPROVED)) {
            return Status.DELETING;
        }
        if (steps.containsKey(Kind.REJECTED)) {
            return Status.REJECTED;
        }
        if (counted == null) {
            return Status.COUNTING;
        }
        return counted.due() == 0 ? Status.NOTHING_DUE : Status.PROPOSED;
    }

    private static @Nullable Decision decision(Map<Kind, Step> steps) {
        var step = steps.getOrDefault(Kind.APPROVED, steps.get(Kind.REJECTED));
        return step == null
                ? null
                : new Decision(step.kind() == Kind.APPROVED, step.by().name(), step.at(), step.reason());
    }

    private @Nullable Outcome outcome(UUID id, Map<Kind, Step> steps) {
        var finished = steps.get(Kind.FINISHED);
        if (finished != null) {
            return table.read(finished.counts(), Outcome.class);
        }
        return steps.containsKey(Kind.APPROVED)
                ? progress.find(id)
                        .map(reached -> new Outcome(reached.due(), reached.kept(), null))
                        .orElse(null)
                : null;
    }
}
