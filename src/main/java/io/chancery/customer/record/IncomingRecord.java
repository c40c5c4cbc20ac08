package io.chancery.customer.record;

import io.chancery.customer.mapping.MappedRecord;
import io.chancery.customer.mapping.Note;
import java.util.List;
import java.util.UUID;

/**
 * A record on its way in.
 *
 * @param newId its id, should it not be known yet
 * @param line where it stood in the stream; 0 if it came alone
 * @param raw as JSON
 * @param hash over raw record and mapping, in hexadecimal digits
 * @param notes what of it was dropped
 */
public record IncomingRecord(
        UUID newId,
        long line,
        String externalId,
        String raw,
        String hash,
        MappedRecord mapped,
        Appraisal appraisal,
        List<Note> notes) {}
