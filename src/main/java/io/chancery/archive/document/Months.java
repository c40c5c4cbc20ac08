package io.chancery.archive.document;

import io.chancery.platform.Sql;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Makes the months in which events and documents lie before they begin. */
@ApplicationScoped
class Months {

    /** As long as a node may run and fail to make one. */
    private static final int AHEAD = 2;

    private final Sql sql;
    private final Clock clock;

    Months(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        make();
    }

    @Scheduled(every = "12h", delayed = "1h")
    @Transactional
    void make() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        sql.run("select make_months(?, ?)", statement -> {
            statement.setObject(1, today);
            statement.setObject(2, today.plusMonths(AHEAD));
            return statement.execute();
        });
    }
}
