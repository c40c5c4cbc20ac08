package io.chancery.customer.source;

import io.chancery.customer.mapping.Mapping;
import io.chancery.customer.mapping.RecordMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether a record would come out differently: over its raw form, the mapping, and our own way of reading it. */
final class RecordHash {

    private final byte[] mapping;

    RecordHash(Mapping mapping) {
        this.mapping = (RecordMapper.REVISION + SourceDefinition.json(mapping)).getBytes(StandardCharsets.UTF_8);
    }

    String of(String raw) {
        var digest = sha256();
        digest.update(mapping);
        return HexFormat.of().formatHex(digest.digest(raw.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
