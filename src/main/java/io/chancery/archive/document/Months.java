package io.chancery.archive.document;

import io.chancery.platform.Sql;
import io.chancery.platform.work.Transactions;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Makes the months in which events and documents lie before they begin, and drops those of which nothing is left. */
@ApplicationScoped
class Months {

    private static final Logger LOG = Logger.getLogger(Months.class);

    /** As long as a node may run and fail to make one. */
    private static final int AHEAD = 2;

    private final Sql sql;
    private final Transactions transactions;
    private final Clock clock;

    Months(Sql sql, Transactions transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        make();
    }

    @Scheduled(every = "12h", delayed = "1h")
    void make() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        transactions.run(() -> sql.run("select make_months(?, ?)", statement -> {
            statement.setObject(1, today);
            statement.setObject(2, today.plusMonths(AHEAD));
            return statement.execute();
        }));
    }

    /** Each table in a transaction of its own, because nobody uses the others of its kind meanwhile. */
    @Scheduled(every = "1h", delayed = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void drop() {
        for (var gone = dropNext(); gone.isPresent(); gone = dropNext()) {
            LOG.infof("Nothing is left in %s, and it was dropped", gone.get());
        }
    }

    private Optional<String> dropNext() {
        return transactions.call(() -> sql.run(
                "select name from drop_empty_month() as name where name is not null",
                statement ->
                        Sql.rows(statement, row -> row.getString(1)).stream().findFirst()));
    }
}
