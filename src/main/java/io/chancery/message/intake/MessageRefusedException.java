package io.chancery.message.intake;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;
import java.util.UUID;

/** A request for a message that is refused whole, with every fault in it. */
public final class MessageRefusedException extends ProblemException {

    private MessageRefusedException(int status, String code, String message, List<Fault> faults) {
        super(status, code, message, faults);
    }

    public static MessageRefusedException invalid(List<Fault> faults) {
        return new MessageRefusedException(
                422, "invalid-message", "The message is refused: " + faults.size() + " fault(s)", faults);
    }

    public static MessageRefusedException erasedCustomer(String pointer) {
        return new MessageRefusedException(
                422,
                "customer-erased",
                "This customer was erased (GDPR Art. 17)",
                List.of(new Fault(pointer, "was erased: nothing is sent to them")));
    }

    public static MessageRefusedException unknownCustomer(String pointer) {
        return new MessageRefusedException(
                422,
                "unknown-customer",
                "There is no customer with this id",
                List.of(new Fault(pointer, "no source record or customer has this id")));
    }

    public static MessageRefusedException noUsableContactPoint(String pointer, String channels) {
        return new MessageRefusedException(
                422,
                "no-usable-contact-point",
                "The customer cannot be reached by " + channels,
                List.of(new Fault(pointer, "the customer has no address or number for " + channels)));
    }

    static MessageRefusedException otherTemplate(String expected) {
        return invalid(List.of(new Fault("/template", "is not the template of the run, which is " + expected)));
    }

    /** The fault is ours, and the log has more under the reference. */
    static MessageRefusedException internalError(UUID reference) {
        return new MessageRefusedException(
                422,
                "internal-error",
                "Something went wrong here",
                List.of(new Fault("", "Something went wrong here. Reference: " + reference)));
    }

    /** @param test whether it was only tried; else its data is gone */
    public static MessageRefusedException notRepeatable(boolean test) {
        var message = test
                ? "The message was only tried with a test key, and is not sent"
                : "The customer was erased (GDPR Art. 17): there is nothing left to send";
        return new MessageRefusedException(409, "not-repeatable", message, List.of());
    }

    public static MessageRefusedException tooLate() {
        return new MessageRefusedException(
                409, "too-late-to-cancel", "The message is already being sent, or has ended", List.of());
    }
}
