package io.chancery.archive.verify;

import io.chancery.archive.commitment.DocumentCommitment;
import io.chancery.archive.commitment.RowKey;
import io.chancery.archive.evidence.DeletionContent;
import io.chancery.archive.evidence.PackedFile;
import io.chancery.archive.evidence.RowLine;
import io.chancery.archive.log.Hash;
import io.chancery.archive.log.InclusionProof;
import io.chancery.archive.log.Leaf;
import io.chancery.archive.log.LeafKind;
import io.chancery.archive.log.note.Checkpoint;
import io.chancery.archive.verify.Fault.Code;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether the rows of one delivery are in the log, and say what was recorded. */
final class RowCheck {

    private final UUID deliveryId;
    private final Map<String, PackedFile> files;
    private final @Nullable Checkpoint last;
    private final Findings findings;
    private final Set<String> proven = new HashSet<>();
    private long position = -1;
    private int opened;
    private int closed;
    private int deleted;

    /**
     * @param files in the delivery's folder, by their names there
     * @param last whose root all ways lead to; null if that cannot be checked
     */
    RowCheck(UUID deliveryId, Map<String, PackedFile> files, @Nullable Checkpoint last, Findings findings) {
        this.deliveryId = deliveryId;
        this.files = files;
        this.last = last;
        this.findings = findings;
    }

    /** Checks a row; what it is called says where it stands. */
    void check(RowLine row, String place) {
        try {
            var leaf = row.leaf().leaf();
            var subject = place + " (" + name(leaf) + ")";
            if (row.position() <= position) {
                findings.add(Code.ROW_BROKEN, subject, "it is not in its place");
            }
            position = row.position();
            inclusion(row, leaf, subject);
            var fault = content(row, leaf);
            if (fault != null) {
                findings.add(Code.ROW_CHANGED, subject, fault);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            findings.add(Code.ROW_BROKEN, place, String.valueOf(e.getMessage()));
        }
    }

    private static String name(Leaf leaf) {
        return switch (leaf.kind()) {
            case EVENT -> "event " + leaf.id();
            case DOCUMENT -> "document %d of delivery %s".formatted(leaf.part(), leaf.id());
            case AUDIT_ENTRY -> "audit entry " + leaf.id();
            case DELETION_RECORD -> "deletion record " + leaf.id();
        };
    }

    private void inclusion(RowLine row, Leaf leaf, String subject) {
        if (last == null) {
            return;
        }
        var path = row.path().stream().map(Hash::ofHexadecimal).toList();
        if (!new InclusionProof(row.position(), last.size(), path).holds(leaf.hash(), last.root())) {
            findings.add(Code.ROW_NOT_IN_LOG, subject, "its way does not lead to the last checkpoint");
        }
    }

    private @Nullable String content(RowLine row, Leaf leaf) {
        if (leaf.kind() == LeafKind.DOCUMENT && !leaf.id().equals(deliveryId)) {
            return "it is of another delivery";
        }
        if (row.key() == null) {
            closed++;
            return isEmpty(row) ? null : "it has content, and no key to prove it by";
        }
        opened++;
        return opened(row, leaf, Hash.ofHexadecimal(row.key()).bytes());
    }

    private @Nullable String opened(RowLine row, Leaf leaf, byte[] key) {
        if (leaf.kind() == LeafKind.EVENT && row.event() != null) {
            return event(row.event(), leaf, key);
        }
        if (leaf.kind() == LeafKind.DOCUMENT && row.document() != null) {
            return document(row.document(), leaf, key);
        }
        if (leaf.kind() == LeafKind.DELETION_RECORD && row.deletion() != null) {
            return deletion(row.deletion(), leaf, key);
        }
        return "what it says is missing";
    }

    private static boolean isEmpty(RowLine row) {
        return row.event() == null && row.document() == null && row.deletion() == null;
    }

    private @Nullable String deletion(DeletionContent deletion, Leaf leaf, byte[] key) {
        if (!deletion.deleted().delivery().equals(deliveryId)) {
            return "it is of another delivery";
        }
        deleted++;
        return fits(deletion.record(leaf.id()).commitment(RowKey.of(key)), leaf);
    }

    private @Nullable String event(RowLine.EventContent event, Leaf leaf, byte[] key) {
        if (!event.delivery().equals(deliveryId)) {
            return "it is of another delivery";
        }
        return fits(event.row(leaf.id()).with(RowKey.of(key)), leaf);
    }

    private @Nullable String document(RowLine.DocumentContent document, Leaf leaf, byte[] key) {
        var content = files.get(document.file());
        var context = files.get(document.contextFile());
        if (content == null || context == null) {
            return "its files are missing";
        }
        proven.add(document.file());
        proven.add(document.contextFile());
        if (content.size() != document.size()) {
            return document.file() + " has another size";
        }
        var clear = DocumentCommitment.clear(
                RowKey.of(key), content.sha256().bytes(), context.sha256().bytes());
        var fault = fits(document.row(leaf, clear).with(RowKey.of(key)), leaf);
        return fault == null ? null : fault + ", or " + document.file() + " or " + document.contextFile() + " is not";
    }

    private static @Nullable String fits(byte[] commitment, Leaf leaf) {
        return MessageDigest.isEqual(commitment, leaf.commitment().bytes())
                ? null
                : "its content is not what it was committed to";
    }

    /** Which files of the folder are what rows say. */
    Set<String> proven() {
        return proven;
    }

    /** How many deletion records there are. */
    int deleted() {
        return deleted;
    }

    int opened() {
        return opened;
    }

    int closed() {
        return closed;
    }
}
