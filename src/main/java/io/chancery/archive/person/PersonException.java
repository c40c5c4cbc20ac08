package io.chancery.archive.person;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** What somebody wants to know or do about a person cannot be done. */
public final class PersonException extends ProblemException {

    private PersonException(int status, String code, String message, List<Fault> faults) {
        super(status, code, message, faults);
    }

    public static PersonException unknown() {
        return new PersonException(404, "unknown-customer", "There is no customer with this UCID", List.of());
    }

    public static PersonException erased() {
        return new PersonException(
                410, "customer-erased", "This customer was erased (GDPR Art. 17); nothing is known of them", List.of());
    }

    public static PersonException invalid(List<Fault> faults) {
        return new PersonException(422, "invalid-erasure", "The erasure is not carried out", faults);
    }
}
