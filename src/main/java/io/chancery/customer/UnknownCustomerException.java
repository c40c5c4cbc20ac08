package io.chancery.customer;

import io.chancery.platform.ProblemException;
import java.util.List;

/** There is no such customer, or none of its records is left. */
public final class UnknownCustomerException extends ProblemException {

    public UnknownCustomerException() {
        super(404, "unknown-customer", "There is no customer with this UCID", List.of());
    }
}
