package io.chancery.archive.export;

import io.chancery.archive.DeliverySelection.Scope;
import io.chancery.archive.evidence.ZipForm;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An export on record.
 *
 * @param tx all that was committed before it belongs to the export
 * @param checkpoint number of the checkpoint up to which it is; 0 as long as there is none
 */
public record Export(
        UUID id,
        Instant requestedAt,
        String requestedBy,
        Scope scope,
        String tx,
        ExportStatus status,
        long checkpoint,
        Plan plan) {

    /**
     * How far it is planned.
     *
     * @param reached the delivery up to which the current step has come
     * @param tableOffset where the table of contents of the ZIP begins
     */
    public record Plan(@Nullable UUID reached, long deliveries, long files, long tableOffset, long tableSize) {

        Plan reaching(@Nullable UUID delivery) {
            return new Plan(delivery, deliveries, files, tableOffset, tableSize);
        }

        Plan withDeliveries(long moreDeliveries) {
            return new Plan(reached, deliveries + moreDeliveries, files, tableOffset, tableSize);
        }

        Plan withFile(long packedSize, long recordSize) {
            return new Plan(reached, deliveries, files + 1, tableOffset + packedSize, tableSize + recordSize);
        }
    }

    Export with(ExportStatus next, Plan planned) {
        return new Export(id, requestedAt, requestedBy, scope, tx, next, checkpoint, planned);
    }

    Export upTo(long no) {
        return new Export(id, requestedAt, requestedBy, scope, tx, ExportStatus.SELECTING, no, plan);
    }

    /** Of the ZIP, once it is planned. */
    public long size() {
        return plan.tableOffset()
                + plan.tableSize()
                + ZipForm.end(plan.files(), plan.tableSize(), plan.tableOffset()).length;
    }
}
