package io.chancery.dispatch.journal;

import io.chancery.dispatch.journal.Trace.Stage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One entry on disk: 64 bytes, or a multiple of it when the provider's reference is long. A checksum tells a whole
 * record from one that was torn by a crash.
 */
record JournalRecord(UUID deliveryId, int attempt, Trace trace) {

    static final int SLOT = 64;

    private static final byte MARK = 'J';
    private static final int CHECKSUM_AT = 24;
    private static final int HEADER = 28;
    private static final int LONGEST_REFERENCE = 4096;

    byte[] toBytes() {
        var reference = trace.reference().getBytes(StandardCharsets.UTF_8);
        int length = Math.min(reference.length, LONGEST_REFERENCE);
        var buffer = ByteBuffer.allocate(sizeFor(length));
        buffer.put(MARK)
                .put((byte) trace.stage().ordinal())
                .putShort((short) attempt)
                .putShort((short) length)
                .putShort((short) 0);
        buffer.putLong(deliveryId.getMostSignificantBits()).putLong(deliveryId.getLeastSignificantBits());
        buffer.putInt(0).put(reference, 0, length);
        buffer.putInt(CHECKSUM_AT, checksum(buffer.array()));
        return buffer.array();
    }

    /** Every whole record, in the order in which they were written. */
    static List<JournalRecord> readAll(byte[] file) {
        var found = new ArrayList<JournalRecord>();
        int at = 0;
        while (at + SLOT <= file.length) {
            var record = read(file, at);
            if (record == null) {
                // Torn, or the rest of one that was: the next whole one begins at some later slot.
                at += SLOT;
            } else {
                found.add(record);
                at += record.toBytes().length;
            }
        }
        return found;
    }

    private static @Nullable JournalRecord read(byte[] file, int at) {
        var header = ByteBuffer.wrap(file, at, SLOT);
        boolean marked = header.get() == MARK;
        int stage = header.get();
        int attempt = header.getShort();
        int length = header.getShort();
        header.getShort();
        var id = new UUID(header.getLong(), header.getLong());
        int checksum = header.getInt();
        boolean plausible = marked && stage >= 0 && stage < Stage.values().length && length >= 0;
        if (!plausible || at + sizeFor(length) > file.length) {
            return null;
        }
        var bytes = Arrays.copyOfRange(file, at, at + sizeFor(length));
        Arrays.fill(bytes, CHECKSUM_AT, HEADER, (byte) 0);
        var reference = new String(bytes, HEADER, length, StandardCharsets.UTF_8);
        return checksum(bytes) == checksum
                ? new JournalRecord(id, attempt, new Trace(Stage.values()[stage], reference))
                : null;
    }

    private static int sizeFor(int referenceLength) {
        return (HEADER + referenceLength + SLOT - 1) / SLOT * SLOT;
    }

    private static int checksum(byte[] bytes) {
        var checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }
}
