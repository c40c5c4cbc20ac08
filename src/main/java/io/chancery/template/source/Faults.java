package io.chancery.template.source;

import com.fasterxml.jackson.core.JsonLocation;
import io.chancery.template.ImportReport.SourceFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong, so that one run finds everything. */
final class Faults {

    private final List<SourceFault> found = new ArrayList<>();

    void add(String file, String detail) {
        add(file, 0, "", detail);
    }

    void add(String file, int line, String pointer, String detail) {
        found.add(new SourceFault(file, line, pointer, detail));
    }

    /** @param place null if the parser does not know it */
    void add(String file, @Nullable JsonLocation place, String pointer, String detail) {
        int line = place == null ? 0 : place.getLineNr();
        int column = place == null ? 0 : place.getColumnNr();
        found.add(new SourceFault(file, line, column, pointer, detail));
    }

    int count() {
        return found.size();
    }

    List<SourceFault> list() {
        return List.copyOf(found);
    }
}
