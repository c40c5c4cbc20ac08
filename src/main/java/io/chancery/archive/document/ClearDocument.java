package io.chancery.archive.document;

import io.chancery.archive.commitment.DocumentCommitment;
import io.chancery.archive.key.CustomerKey;
import io.chancery.platform.digest.Sha256;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the archive before it is packed.
 *
 * @param context what the bytes were made of and where they go, as JSON
 */
record ClearDocument(UUID deliveryId, int part, UUID customerId, String mediaType, byte[] content, byte[] context) {

    /** @param dictionary what such documents have in common, if that is known */
    StoredDocument pack(CustomerKey key, @Nullable Dictionary dictionary) {
        var rowKey = DocumentCommitment.rowKey(key.commitments(), deliveryId, part);
        return new StoredDocument(
                deliveryId,
                part,
                customerId,
                mediaType,
                content.length,
                Packing.ofContent(key, deliveryId, part).pack(content, dictionary),
                Packing.ofContext(key, deliveryId, part).pack(context, dictionary),
                DocumentCommitment.clear(rowKey, Sha256.bytes(content), Sha256.bytes(context)));
    }
}
