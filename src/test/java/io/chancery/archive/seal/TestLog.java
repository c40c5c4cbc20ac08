package io.chancery.archive.seal;

import io.chancery.archive.log.note.SignedNote;
import io.chancery.archive.log.note.SignerKey;
import io.chancery.archive.log.time.LocalAuthority;
import io.chancery.platform.TestDatabase;
import io.chancery.platform.keys.MasterKeys;
import io.chancery.platform.work.TestDataDirectory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The log on a test database, sealed and signed by hand. */
public final class TestLog {

    private final TestDatabase database;
    private final Checkpoints checkpoints;
    final Sealer sealer;
    public final LeafRows rows;
    public final SealTable seals;
    public final CheckpointTable table;
    public final Anchor anchor;
    public final LogKey key;

    /** @param folder where keys and anchored checkpoints lie */
    public TestLog(TestDatabase database, Path folder, Clock clock) {
        this.database = database;
        var config = new Settings();
        var sql = database.sql();
        rows = new LeafRows(sql);
        seals = new SealTable(sql, clock);
        table = new CheckpointTable(sql, clock);
        key = new LogKey(MasterKeys.folder(folder.resolve("keys")), config);
        anchor = new Anchor(TestDataDirectory.in(folder), config);
        sealer = new Sealer(rows, seals);
        checkpoints = new Checkpoints(seals, table, key, config, anchor);
    }

    private record Settings() implements SealConfig {
        @Override
        public String origin() {
            return "test/archive";
        }

        @Override
        public Duration checkpointEvery() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Optional<Path> anchor() {
            return Optional.empty();
        }
    }

    /** What seals and signs at once. */
    public Sealing sealing() {
        return new Sealing(sealer, checkpoints, rows, seals, table, database);
    }

    /** Seals all that can be sealed. */
    public void seal() {
        while (database.call(sealer::seal) > 0) {
            // Until nothing is left.
        }
    }

    /** The same in the transaction that goes on, which may be undone. */
    public void sealHere() {
        sealer.forget();
        while (sealer.seal() > 0) {
            // Until nothing is left.
        }
        sealer.forget();
    }

    /** The key itself, as whoever has stolen it. */
    public SignerKey signer() {
        return key.signer();
    }

    /** Signs a checkpoint, in the database and outside. */
    public void sign() {
        database.run(checkpoints::make);
        anchorAll();
    }

    /** Has the newest checkpoint stamped. */
    public void stamp(LocalAuthority authority, Instant now) {
        database.run(() -> {
            var newest = table.last().orElseThrow();
            var token = authority.token(SignedNote.parse(newest.note()).hash());
            table.insertTimeStamp(newest.no(), token, now);
        });
    }

    /** Appends what is in the database alone to what is outside. */
    public void anchorAll() {
        checkpoints.anchor();
    }
}
