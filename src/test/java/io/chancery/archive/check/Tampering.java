package io.chancery.archive.check;

import io.chancery.archive.log.Tree;
import io.chancery.archive.log.note.Checkpoint;
import io.chancery.archive.log.note.SignedNote;
import io.chancery.archive.log.note.SignerKey;
import io.chancery.archive.seal.TestLog;
import io.chancery.platform.Sql;
import io.chancery.platform.TestDatabase;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What somebody may do to an archive who owns its database, but neither its keys nor the files outside it. */
final class Tampering {

    private static final List<String> EVENT_COLUMNS = List.of(
            "at = at + interval '1 microsecond'",
            "kind = case kind when 'sent' then 'delivered' else 'sent' end",
            "attempt = attempt + 1",
            "reason = coalesce(reason || 'x', 'stopped')",
            "detail = detail || '{\"answer\": \"550 no\"}'",
            "detail = '{}'",
            "commitment = set_bit(commitment, (%d %% 256), 1 - get_bit(commitment, (%d %% 256)))",
            "commitment = null",
            "tx = (tx::text::bigint + 1)::text::xid8",
            "id = gen_random_uuid()");
    private static final List<String> DOCUMENT_COLUMNS = List.of(
            "media_type = 'application/pdf'",
            "size = size + 1",
            "content = set_bit(content, (%d %% (octet_length(content) * 8)), 1 - get_bit(content, (%d %% (octet_length(content) * 8))))",
            "context = set_bit(context, (%d %% (octet_length(context) * 8)), 1 - get_bit(context, (%d %% (octet_length(context) * 8))))",
            "archived_at = archived_at - interval '1 microsecond'",
            "commitment = set_bit(commitment, (%d %% 256), 1 - get_bit(commitment, (%d %% 256)))",
            "stored_sha256 = set_bit(stored_sha256, (%d %% 256), 1 - get_bit(stored_sha256, (%d %% 256)))",
            "clear_commitment = set_bit(clear_commitment, (%d %% 256), 1 - get_bit(clear_commitment, (%d %% 256)))",
            "customer_id = gen_random_uuid()",
            "part = 1",
            "tx = (tx::text::bigint - 1)::text::xid8");
    private static final List<String> AUDIT_COLUMNS = List.of(
            "actor = actor || 'x'",
            "action = 'exported'",
            "subject = ''",
            "subject_kind = 'message'",
            "roles = roles || 'admin'::text",
            "detail = '{}'",
            "address = '127.0.0.1'",
            "at = at - interval '1 microsecond'",
            "tx = (tx::text::bigint + 1)::text::xid8",
            "commitment = set_bit(commitment, (%d %% 256), 1 - get_bit(commitment, (%d %% 256)))");
    private static final List<String> DELETION_COLUMNS = List.of(
            "delivery_id = gen_random_uuid()",
            "message_id = gen_random_uuid()",
            "expiry_id = gen_random_uuid()",
            "document_class = 'notice'",
            "channel = 'fax'",
            "rule = ''",
            "kept_until = kept_until - 1",
            "events = events || gen_random_uuid()",
            "events = events[2:]",
            "parts = '{0,1}'",
            "proposed_by = approved_by",
            "approved_by = 'nobody'",
            "deleted_at = deleted_at - interval '1 microsecond'",
            "tx = (tx::text::bigint + 1)::text::xid8",
            "commitment = set_bit(commitment, (%d %% 256), 1 - get_bit(commitment, (%d %% 256)))");
    private static final List<String> SEAL_COLUMNS = List.of(
            "entries = set_bit(entries, (%d %% (octet_length(entries) * 8)), 1 - get_bit(entries, (%d %% (octet_length(entries) * 8))))",
            "first_position = first_position + 1",
            "no = no + 1000",
            "last_tx = (last_tx::text::bigint - 3)::text::xid8",
            "last_id = gen_random_uuid(), last_tx = (last_tx::text::bigint - 1)::text::xid8",
            "entries = overlay(entries placing substring(entries from 1 for 50) from 51 for 50)",
            "entries = substring(entries from 51 for 50) || substring(entries from 1 for 50) || substring(entries from 101)");

    private final TestDatabase database;
    private final TestLog log;
    private final Random random;
    private final SignerKey stranger = SignerKey.generate("test/archive", new SecureRandom());

    Tampering(TestDatabase database, TestLog log, long seed) {
        this.database = database;
        this.log = log;
        this.random = new Random(seed);
    }

    /**
     * What was done.
     *
     * @param traces of which the finding must name at least one
     */
    record Deed(String what, List<String> traces) {}

    /** Does one thing, in the transaction that goes on. */
    Deed next() {
        database.sql().run("set local session_replication_role = replica", PreparedStatement::execute);
        return switch (random.nextInt(23)) {
            case 0, 1, 2 -> change("event", "id", EVENT_COLUMNS);
            case 3, 4, 5 -> change("archive_entry", "delivery_id", DOCUMENT_COLUMNS);
            case 6, 7 -> change("seal", "no", SEAL_COLUMNS);
            case 8 -> delete("event", "id");
            case 9 -> delete("archive_entry", "delivery_id");
            case 10 -> delete("seal", "no");
            case 11 -> insert();
            case 12 -> swap();
            case 13 -> rechain();
            case 14 -> node();
            case 15 -> change("audit_entry", "id", AUDIT_COLUMNS);
            case 16 -> delete("audit_entry", "id");
            case 17 -> change("deletion_record", "id", DELETION_COLUMNS);
            case 18 -> delete("deletion_record", "id");
            case 19 -> excuse();
            case 20, 21 -> stamp();
            default -> checkpoint();
        };
    }

    private void run(String text) {
        if (database.sql().run(text, PreparedStatement::executeUpdate) == 0) {
            throw new IllegalStateException("Nothing was done by: " + text);
        }
    }

    private String pick(String table, String key) {
        return database.sql()
                .run(
                        "select %1$s::text from %2$s order by md5(%1$s::text || '%3$d') limit 1"
                                .formatted(key, table, random.nextInt()),
                        statement ->
                                Sql.rows(statement, row -> row.getString(1)).get(0));
    }

    private Deed change(String table, String key, List<String> columns) {
        var id = pick(table, key);
        int bit = random.nextInt(1 << 20);
        var column = columns.get(random.nextInt(columns.size())).formatted(bit, bit);
        run("update %s set %s where %s = '%s'".formatted(table, column, key, id));
        return new Deed(table + " " + id + " set " + column, traces(table, id));
    }

    private static List<String> traces(String table, String id) {
        return table.equals("seal")
                ? List.of("seal", "checkpoint", "node", "event", "document", "audit entry", "deletion record")
                : List.of(id);
    }

    private Deed delete(String table, String key) {
        var id = pick(table, key);
        run("delete from %s where %s = '%s'".formatted(table, key, id));
        return new Deed(table + " " + id + " deleted", traces(table, id));
    }

    private Deed insert() {
        var id = UUID.randomUUID().toString();
        run("""
                insert into event (id, delivery_id, at, kind, attempt, reason, detail, tx, commitment)
                select '%s', delivery_id, at, kind, attempt, reason, detail, tx, commitment from event where id = '%s'
                """.formatted(id, pick("event", "id")));
        return new Deed("event inserted", List.of(id));
    }

    /** An event is gone, and a deletion record that was written for others says it, too. */
    private Deed excuse() {
        var id = pick("event", "id");
        var record = pick("deletion_record", "id");
        run("update deletion_record set events = events || '%s'::uuid where id = '%s'".formatted(id, record));
        run("delete from event where id = '" + id + "'");
        return new Deed("event " + id + " deleted, and named by deletion record " + record, List.of(id));
    }

    /** Two rows exchange what they say, so that nothing is lost or new. */
    private Deed swap() {
        var one = pick("archive_entry", "delivery_id");
        var other = pick("archive_entry", "delivery_id");
        if (one.equals(other)) {
            return insert();
        }
        run("""
                update archive_entry set content = other.content, context = other.context,
                    stored_sha256 = other.stored_sha256, commitment = other.commitment
                from archive_entry as other
                where archive_entry.delivery_id in ('%1$s', '%2$s') and other.delivery_id in ('%1$s', '%2$s')
                    and other.delivery_id <> archive_entry.delivery_id
                """.formatted(one, other));
        return new Deed("contents swapped", List.of(one, other));
    }

    /** A row is gone, and the log is made anew so that it fits; only the signatures cannot be. */
    private Deed rechain() {
        var id = pick("event", "id");
        run("delete from event where id = '" + id + "'");
        run("delete from seal");
        run("delete from log_node");
        log.sealHere();
        if (random.nextBoolean()) {
            forge();
        }
        return new Deed("event " + id + " deleted, log made anew", List.of("checkpoint"));
    }

    /** The checkpoints of the new tree, by a key of the forger's own. */
    private void forge() {
        var size = log.seals.after(0, 1000).stream()
                .mapToLong(seal -> seal.leaves().size())
                .sum();
        var tree = new Tree(size, log.seals);
        var note = new Checkpoint("test/archive", size, tree.root(), null).sign(stranger);
        run("delete from checkpoint");
        run("insert into checkpoint (no, tree_size, note, made_at) values (1, %d, '%s', now())".formatted(size, note));
    }

    private Deed node() {
        run("update log_node set hash = set_bit(hash, %1$d, 1 - get_bit(hash, %1$d))".formatted(random.nextInt(256)));
        return new Deed("node changed", List.of("node"));
    }

    /** Of a checkpoint that another one follows: it names the token, whose bits the authority has signed in part only. */
    private Deed stamp() {
        var no = pick(
                "(select checkpoint_no from checkpoint_timestamp order by 1 desc offset 1) as bound", "checkpoint_no");
        int bit = random.nextInt(1 << 20);
        var text = switch (random.nextInt(4)) {
            case 0 -> "delete from checkpoint_timestamp";
            case 1 -> "update checkpoint_timestamp set checkpoint_no = 1";
            case 2 -> "insert into checkpoint_timestamp select 1, token, asked_at from checkpoint_timestamp";
            default ->
                "update checkpoint_timestamp set token = set_bit(token, (%1$d %% (octet_length(token) * 8)), 1 - get_bit(token, (%1$d %% (octet_length(token) * 8))))"
                        .formatted(bit);
        };
        run(text + " where checkpoint_no = " + no);
        return new Deed(text + " where checkpoint_no = " + no, List.of("checkpoint 1", "checkpoint " + no));
    }

    private Deed checkpoint() {
        var no = pick("checkpoint", "no");
        var deed = new Deed("checkpoint " + no, List.of("checkpoint"));
        switch (random.nextInt(4)) {
            case 0 -> run("delete from checkpoint where no = " + no);
            case 1 -> run("update checkpoint set tree_size = tree_size - 1 where no = " + no);
            case 2 ->
                run(
                        "update checkpoint set note = overlay(note placing chr(ascii(substring(note from %1$d)) + 1) from %1$d)"
                                        .formatted(1 + random.nextInt(100))
                                + " where no = " + no);
            default -> {
                var row = log.table.after(Long.parseLong(no) - 1, 1).get(0);
                var signed =
                        Checkpoint.parse(SignedNote.parse(row.note()).text()).sign(stranger);
                run("update checkpoint set note = '" + signed + "' where no = " + no);
            }
        }
        return deed;
    }
}
