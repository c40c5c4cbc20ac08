package io.chancery.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.customer.registry.RecordName;
import io.chancery.vocabulary.Ucid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an operation.
 *
 * @param operation by which it can be taken back; null of a dry run, which changed nothing
 * @param customers all to whom something happened, as they are afterwards
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OperationResult(@Nullable UUID operation, boolean dryRun, List<Party> customers) {

    /**
     * A customer afterwards.
     *
     * @param ucid null of a customer that a dry run would open
     * @param mergedInto whose alias it is now
     * @param records empty of an alias
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Party(@Nullable Ucid ucid, @Nullable Ucid mergedInto, List<RecordName> records) {}
}
