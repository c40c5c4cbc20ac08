package io.chancery.customer.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.chancery.customer.mapping.MappedRecord;
import io.chancery.customer.mapping.Note;
import io.chancery.customer.record.RecordVersion;
import io.chancery.vocabulary.Ucid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record as its source wrote it and as we read it.
 *
 * @param record the source's own id
 * @param ucid of the customer it belongs to
 * @param quality 0 to 100; missing until it was looked at
 * @param values what the source's mapping makes of it
 * @param warnings values that were dropped
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordView(
        String source,
        String record,
        Ucid ucid,
        @Nullable Integer quality,
        @JsonUnwrapped RecordVersion current,
        MappedRecord values,
        List<Note> warnings) {}
