package io.chancery.customer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.chancery.customer.imports.Counts;
import java.util.List;

/**
 * An import, with what was wrong.
 *
 * @param errors why lines failed; the first 1,000
 * @param warnings why values were dropped; the first 1,000
 */
public record ImportReport(@JsonUnwrapped ImportView view, List<LineFault> errors, List<LineFault> warnings) {

    /**
     * Something wrong with one line.
     *
     * @param line of the file, as an editor counts: the header of CSV is line 1
     * @param code stable and kebab-case
     * @param column the source's own name; empty when it is about the whole line
     * @param detail why, without the value
     */
    public record LineFault(long line, String code, String column, String detail) {}

    /** What became of the records so far. */
    public Counts counts() {
        return view.counts();
    }
}
