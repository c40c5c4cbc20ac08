package io.chancery.customer.golden;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** A value cannot be set, or taken back, like this. */
final class InvalidValueException extends ProblemException {

    private InvalidValueException(int status, String code, String message, List<Fault> faults) {
        super(status, code, message, faults);
    }

    static InvalidValueException unknown(String attribute) {
        return new InvalidValueException(
                404, "unknown-attribute", "Nobody can set this by hand: " + attribute, List.of());
    }

    static InvalidValueException notSet(String attribute) {
        return new InvalidValueException(404, "unknown-value", "Nobody has set this by hand: " + attribute, List.of());
    }

    static InvalidValueException bad(String pointer, String detail) {
        return bad(List.of(new Fault(pointer, detail)));
    }

    static InvalidValueException bad(List<Fault> faults) {
        return new InvalidValueException(422, "invalid-value", "The value cannot be taken", faults);
    }

    static InvalidValueException versionMissing() {
        return new InvalidValueException(
                428, "version-missing", "If-Match must name the version that the change is made on", List.of());
    }
}
