package io.chancery.archive.evidence;

import io.chancery.archive.log.Hash;

/**
 * A file of an export.
 *
 * @param name with its folders, as {@link EvidenceNames} has it
 * @param crc CRC-32, which ZIP wants beside a real hash
 */
public record PackedFile(String name, long size, int crc, Hash sha256) {

    /** How many bytes of the ZIP it takes where it stands. */
    public long packedSize() {
        return ZipForm.local(this).length + size;
    }
}
