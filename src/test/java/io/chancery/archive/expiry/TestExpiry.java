package io.chancery.archive.expiry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.chancery.archive.Keeping.Expiry.Status;
import io.chancery.archive.TestArchive;
import io.chancery.archive.retention.Actor;
import io.chancery.archive.retention.TestRetention;
import io.chancery.platform.GoingClock;
import io.chancery.platform.TestDatabase;
import io.chancery.platform.audit.AuditLog;
import java.time.Clock;
import java.util.UUID;

/** Expiry on a test database, step by step. */
public final class TestExpiry {

    static final Actor ANNA = new Actor(new UUID(0, 1), "anna");
    static final Actor BERT = new Actor(new UUID(0, 2), "bert");

    final Expiries expiries;
    final ExpiryWork work;
    final DeletionTable table;
    private final TestDatabase database;

    public TestExpiry(TestDatabase database, AuditLog audit, Clock stands) {
        this.database = database;
        var clock = new GoingClock(stands);
        var sql = database.sql();
        ObjectMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        var proposals = new ExpiryTable(sql, json);
        var progress = new ProgressTable(sql);
        var items = new ItemTable(sql);
        var ids = TestDatabase.ids(clock);
        table = new DeletionTable(sql);
        expiries = new Expiries(proposals, progress, items, TestRetention.SHIPPED.rules(clock), ids, clock);
        var rows = new ExpiryWork.Rows(table, TestDeletions.on(sql), TestArchive.search(database, clock), ids, clock);
        work = new ExpiryWork(proposals, progress, items, rows, TestRetention.SHIPPED.duty(sql, clock), audit);
    }

    /** All that there is to do. */
    void work() {
        while (database.call(work::step)) {
            // Until nothing is left.
        }
    }

    /** What is due is proposed, approved and deleted. */
    public void run() {
        database.run(() -> expiries.propose(ANNA));
        goOn();
    }

    /** The same of a proposal that has to wait: as far as it comes now. */
    public void goOn() {
        work();
        var open = database.call(expiries::findOpen);
        open.filter(expiry -> expiry.status() == Status.PROPOSED).ifPresent(expiry -> {
            database.run(() -> expiries.approve(expiry.id(), BERT, ""));
            work();
        });
    }
}
