package io.chancery.template.source;

import io.chancery.template.ImportReport.SourceFault;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that one run finds everything. */
final class Faults {

    private final List<SourceFault> found = new ArrayList<>();

    void add(String file, String detail) {
        add(file, 0, "", detail);
    }

    void add(String file, int line, String pointer, String detail) {
        found.add(new SourceFault(file, line, pointer, detail));
    }

    int count() {
        return found.size();
    }

    List<SourceFault> list() {
        return List.copyOf(found);
    }
}
