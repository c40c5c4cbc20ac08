package io.chancery.platform.audit;

import io.chancery.platform.IdGenerator;
import io.chancery.platform.audit.AuditEntry.Act;
import io.chancery.platform.audit.AuditEntry.Actor;
import io.chancery.platform.keys.MasterKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * Who did what, when and from where. What endpoints do is put here by {@link Audited}; whatever else is to be on record,
 * such as what a job does, its feature appends itself.
 */
@ApplicationScoped
public class AuditLog {

    private final AuditTable table;
    private final IdGenerator ids;
    private final Clock clock;
    private final SecretKey key;

    AuditLog(AuditTable table, MasterKey master, IdGenerator ids, Clock clock) {
        this.table = table;
        this.ids = ids;
        this.clock = clock;
        this.key = master.derived("audit");
    }

    /**
     * Appends an entry, in the caller's transaction if there is one.
     *
     * @throws io.chancery.platform.DatabaseException if it cannot be written; then nothing may be done or shown
     */
    public void append(Actor by, Act what) {
        var entry = entry(by, what);
        table.insert(entry, commitment(entry));
    }

    /** The same, but only if the caller's transaction has changed something; whether it has. */
    boolean appendIfChanged(Actor by, Act what) {
        var entry = entry(by, what);
        return table.insertIfChanged(entry, commitment(entry));
    }

    private AuditEntry entry(Actor by, Act what) {
        return new AuditEntry(ids.next(), clock.instant(), by, what);
    }

    private byte[] commitment(AuditEntry entry) {
        return entry.canonical().commitment(key);
    }

    /**
     * Says of the call that this thread carries out, before the transaction ends, what it is about that nobody knew when it
     * came, such as the id of what was made. Nothing happens if the call is not recorded.
     */
    public static void about(Object id) {
        AuditTrail.current().ifPresent(trail -> trail.about(id.toString()));
    }

    /** The same, of something that goes on record beside that: an id or a code, and nothing else of persons. */
    public static void detail(String name, Object value) {
        AuditTrail.current().ifPresent(trail -> trail.detail(name, value.toString()));
    }

    /** The same, of what the call has turned out to be. */
    public static void did(AuditAction action) {
        AuditTrail.current().ifPresent(trail -> trail.did(action));
    }

    /** The newest entries that the filter lets through, newest first. */
    public List<AuditEntry> list(AuditFilter filter) {
        return table.list(filter);
    }

    /**
     * Which of these entries were not written by this application as they stand there: whoever owns the database can change
     * a row and its triggers, but has not the key.
     */
    public Set<UUID> altered(Collection<UUID> ids) {
        return table.altered(ids, this::commitment);
    }
}
