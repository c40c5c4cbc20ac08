package io.chancery.consent;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** What somebody asked for about a customer's consents cannot be done. */
public final class ConsentException extends ProblemException {

    private ConsentException(int status, String code, String message, List<Fault> faults) {
        super(status, code, message, faults);
    }

    public static ConsentException unknownCustomer() {
        return new ConsentException(404, "unknown-customer", "There is no customer with this UCID", List.of());
    }

    public static ConsentException invalid(List<Fault> faults) {
        return new ConsentException(
                422, "invalid-declaration", "The declaration is refused: " + faults.size() + " fault(s)", faults);
    }

    public static ConsentException invalidSuppression(List<Fault> faults) {
        return new ConsentException(
                422, "invalid-suppression", "The suppression is refused: " + faults.size() + " fault(s)", faults);
    }

    public static ConsentException unknownSuppression() {
        return new ConsentException(
                404, "unknown-suppression", "There is no such entry on the suppression list", List.of());
    }

    public static ConsentException suppressionOver() {
        return new ConsentException(409, "suppression-over", "This entry has expired, or was lifted before", List.of());
    }

    /** To ask somebody for consent who has forbidden it would be advertising. */
    public static ConsentException forbidden(String what) {
        return new ConsentException(
                409,
                what + "-in-force",
                "No consent can be asked for while a customer's " + what + " is in force",
                List.of());
    }

    public static ConsentException alreadyAsked() {
        return new ConsentException(
                409,
                "confirmation-already-sent",
                "A confirmation mail for this consent is on its way; another can be sent a few minutes later",
                List.of());
    }

    /** The token of a link is none of ours, or not for this. */
    public static ConsentException unknownLink() {
        return new ConsentException(404, "unknown-link", "This link leads nowhere", List.of());
    }

    public static ConsentException expiredLink() {
        return new ConsentException(410, "expired-link", "This link has expired", List.of());
    }
}
