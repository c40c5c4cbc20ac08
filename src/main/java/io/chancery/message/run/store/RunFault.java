package io.chancery.message.run.store;

import io.chancery.platform.ProblemException;
import java.util.List;

/**
 * One thing that is wrong with a line of a run.
 *
 * @param pointer JSON pointer into what {@code POST /messages} would take
 * @param detail what is wrong, in words, without repeating personal data
 */
public record RunFault(long line, String code, String pointer, String detail) {

    /** What is wrong with a line, by the problem that a message would have met. */
    public static List<RunFault> of(long line, ProblemException refusal) {
        if (refusal.faults().isEmpty()) {
            return List.of(new RunFault(line, refusal.code(), "", String.valueOf(refusal.getMessage())));
        }
        return refusal.faults().stream()
                .map(fault -> new RunFault(line, refusal.code(), fault.pointer(), fault.detail()))
                .toList();
    }
}
