package io.chancery.archive.check;

import io.chancery.archive.check.Finding.Code;
import io.chancery.archive.log.Hash;
import io.chancery.archive.log.time.TimeStampException;
import io.chancery.archive.log.time.TimeStamps;
import io.chancery.archive.seal.CheckpointTable;
import io.chancery.archive.seal.CheckpointTable.Row;
import io.chancery.platform.digest.Sha256;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The time-stamps of checkpoints: each has to hold, and to be the one that the next checkpoint names, because parts of a
 * token are not signed by the authority.
 */
final class StampTrail {

    private final CheckpointTable table;
    private final @Nullable TimeStamps authorities;
    private final Findings findings;
    private final Map<Long, byte[]> tokens = new HashMap<>();
    private long lastNo;
    private @Nullable Hash last;

    /** @param authorities who are believed; null if nobody is, and then a token has to be the one that is named only */
    StampTrail(CheckpointTable table, @Nullable TimeStamps authorities, Findings findings) {
        this.table = table;
        this.authorities = authorities;
        this.findings = findings;
    }

    /** Reads those of the checkpoints that come next. */
    void read(Collection<Row> rows) {
        tokens.clear();
        if (!rows.isEmpty()) {
            long from = rows.iterator().next().no();
            tokens.putAll(table.timeStamps(from, from + rows.size()));
        }
    }

    /**
     * The next checkpoint is there, and is signed.
     *
     * @param note its SHA-256
     * @param named the time-stamp of the one before, as it says
     */
    void reach(long no, Hash note, @Nullable Hash named) {
        if (no == lastNo + 1 && !Objects.equals(named, last)) {
            add(lastNo, "Its time-stamp is not the one that checkpoint %d names".formatted(no));
        }
        var token = tokens.get(no);
        lastNo = no;
        last = token == null ? null : Hash.of(Sha256.bytes(token));
        if (token != null && authorities != null) {
            verify(no, token, note, authorities);
        }
    }

    private void verify(long no, byte[] token, Hash note, TimeStamps trusted) {
        try {
            trusted.verify(token, note);
        } catch (TimeStampException e) {
            add(no, String.valueOf(e.getMessage()));
        }
    }

    private void add(long no, String words) {
        findings.add(Code.TIME_STAMP_WRONG, "checkpoint " + no, words);
    }
}
