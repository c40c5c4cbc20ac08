package io.chancery.dispatch.print.run.response;

import io.chancery.dispatch.print.printer.TargetException;
import io.chancery.dispatch.print.run.PrintRunSettings;
import io.chancery.platform.work.ShardLeases;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Listens to the printer: on the node that has the first shard, so that only one does. */
@ApplicationScoped
class ResponseJob {

    private static final Logger LOG = Logger.getLogger(ResponseJob.class);
    private static final int SHARD = 0;

    private final PrintRunSettings settings;
    private final ResponseIntake intake;
    private final Acknowledgements acknowledgements;
    private final Reconciliation reconciliation;
    private final ShardLeases leases;

    ResponseJob(
            PrintRunSettings settings,
            ResponseIntake intake,
            Acknowledgements acknowledgements,
            Reconciliation reconciliation,
            ShardLeases leases) {
        this.settings = settings;
        this.intake = intake;
        this.acknowledgements = acknowledgements;
        this.reconciliation = reconciliation;
        this.leases = leases;
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (!settings.active() || !leases.owned().contains(SHARD)) {
            return;
        }
        try {
            intake.poll();
        } catch (TargetException unreachable) {
            LOG.warnf("The printer's files could not be looked for. %s", unreachable.getMessage());
        }
        acknowledgements.ask();
        reconciliation.warn();
    }
}
