package io.chancery.message.run;

import io.chancery.message.RunStatus;
import io.chancery.message.RunView;
import io.chancery.message.intake.RunIntake;
import io.chancery.message.run.store.Run;
import io.chancery.message.run.store.RunTable;
import io.chancery.platform.Fault;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.audit.AuditLog;
import io.chancery.template.Templates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The runs on record. */
@ApplicationScoped
class RunBook {

    private final RunTable runs;
    private final RunViews views;
    private final RunIntake intake;
    private final Templates templates;
    private final IdGenerator ids;
    private final Clock clock;

    RunBook(RunTable runs, RunViews views, RunIntake intake, Templates templates, IdGenerator ids, Clock clock) {
        this.runs = runs;
        this.views = views;
        this.intake = intake;
        this.templates = templates;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws RunException if the defaults do not fit the template */
    @Transactional
    RunView create(UUID clientId, RunRequest request) {
        var version = templates.getLive(request.template());
        var faults = intake.check(version, request.defaults()).stream()
                .map(fault -> new Fault("/defaults" + fault.pointer(), fault.detail()))
                .toList();
        if (!faults.isEmpty()) {
            throw RunException.invalid(faults);
        }
        var run = new Run(
                ids.next(),
                clientId,
                new Run.Request(request.template(), request.reference(), request.defaults()),
                new Run.State(RunStatus.DRAFT, null, RunLife.priority(version), null, 0L),
                Run.Times.created(clock.instant()));
        runs.insert(run);
        AuditLog.about(run.id());
        return view(run);
    }

    /**
     * One run.
     *
     * @param clientId the client that may see no run but its own, if there is such a limit
     * @throws RunException if there is none
     */
    @Transactional
    RunView get(UUID id, Optional<UUID> clientId) {
        return view(visible(runs.find(id), clientId));
    }

    /** Newest first. */
    @Transactional
    List<RunView> list(Optional<UUID> clientId, @Nullable RunStatus status, UUID before, int limit) {
        return views.of(runs.list(clientId.orElse(null), status, before, limit));
    }

    /** Changes a run that nobody works on meanwhile. */
    @Transactional
    RunView change(UUID id, Optional<UUID> clientId, UnaryOperator<Run> change) {
        var run = visible(runs.lock(id), clientId);
        var changed = change.apply(run);
        if (!changed.equals(run)) {
            runs.update(changed);
        }
        return view(changed);
    }

    private static Run visible(Optional<Run> found, Optional<UUID> clientId) {
        return found.filter(run -> clientId.map(run.clientId()::equals).orElse(true))
                .orElseThrow(RunException::unknown);
    }

    private RunView view(Run run) {
        return views.of(List.of(run)).get(0);
    }
}
