package io.chancery.customer;

import io.chancery.platform.ProblemException;
import java.util.List;

/** This customer was erased: nothing is known of them, and nothing is done for them. */
public final class ErasedCustomerException extends ProblemException {

    public ErasedCustomerException() {
        super(410, "customer-erased", "This customer was erased (GDPR Art. 17); nothing is known of them", List.of());
    }
}
