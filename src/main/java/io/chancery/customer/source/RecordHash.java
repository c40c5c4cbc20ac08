package io.chancery.customer.source;

import io.chancery.customer.mapping.Mapping;
import io.chancery.customer.mapping.RecordMapper;
import io.chancery.platform.digest.Sha256;
import java.nio.charset.StandardCharsets;

/** Tells whether a record would come out differently: over its raw form, the mapping, and our own way of reading it. */
final class RecordHash {

    private final byte[] mapping;

    RecordHash(Mapping mapping) {
        this.mapping = (RecordMapper.REVISION + SourceDefinition.json(mapping)).getBytes(StandardCharsets.UTF_8);
    }

    String of(String raw) {
        var digest = Sha256.digest();
        digest.update(mapping);
        return Sha256.hexadecimal(digest.digest(raw.getBytes(StandardCharsets.UTF_8)));
    }
}
