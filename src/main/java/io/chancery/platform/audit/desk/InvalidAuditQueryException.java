package io.chancery.platform.audit.desk;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** Query parameters of the audit log make no sense; the pointers name them. */
final class InvalidAuditQueryException extends ProblemException {

    InvalidAuditQueryException(List<Fault> faults) {
        super(400, "invalid-query", "A query parameter is not valid", faults);
    }
}
