package io.chancery.archive.verify;

import io.chancery.archive.verify.Fault.Code;
import java.util.ArrayList;
import java.util.List;

/** What was found, of which so many are listed that one can read them. */
final class Findings {

    private static final int MOST = 1000;

    private final List<Fault> faults = new ArrayList<>();

    void add(Code code, String subject, String detail) {
        if (faults.size() < MOST) {
            faults.add(new Fault(code, subject, detail));
        } else if (faults.size() == MOST) {
            faults.add(new Fault(Code.TOO_MANY, "…", ""));
        }
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }
}
