package io.chancery.archive.check;

import io.chancery.archive.check.Finding.Code;
import java.util.ArrayList;
import java.util.List;

/** What a check has found so far: all are counted, and the first thousand are told. */
final class Findings {

    private static final int MOST = 1000;

    private final List<Finding> told = new ArrayList<>();
    private long count;

    void add(Code code, String subject, String words) {
        count++;
        if (told.size() < MOST) {
            told.add(new Finding(code, subject, words));
        }
    }

    List<Finding> told() {
        return List.copyOf(told);
    }

    long count() {
        return count;
    }
}
