package io.chancery.render.difference.text;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** Two versions that cannot be compared as it was asked. */
public final class ComparisonException extends ProblemException {

    private ComparisonException(String code, String message, List<Fault> faults) {
        super(422, code, message, faults);
    }

    public static ComparisonException invalid(List<Fault> faults) {
        return new ComparisonException(
                "invalid-comparison", "There is nothing to compare: " + faults.size() + " fault(s)", faults);
    }

    /** More than one request may cost. */
    public static ComparisonException tooLarge(String pointer, String detail) {
        return new ComparisonException(
                "comparison-too-large", "This is too much for one comparison", List.of(new Fault(pointer, detail)));
    }

    static ComparisonException slowMask(int index) {
        return invalid(List.of(new Fault(
                "/masks/" + index,
                "takes too long on these texts: repetitions within repetitions, as in (a+)+, are the usual cause")));
    }
}
