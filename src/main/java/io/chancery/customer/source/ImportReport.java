package io.chancery.customer.source;

import java.util.List;

/**
 * What became of a stream of records.
 *
 * @param read records, good or refused; each is counted in exactly one of the next four
 * @param failed lines of which nothing was taken
 * @param dropped single values that could not be used, of records that were taken
 * @param errors why lines failed; the first 1,000
 * @param warnings why values were dropped; the first 1,000
 */
public record ImportReport(
        long read,
        long created,
        long updated,
        long unchanged,
        long failed,
        long dropped,
        List<LineFault> errors,
        List<LineFault> warnings) {

    /**
     * Something wrong with one line.
     *
     * @param line of the stream, as an editor counts: the header of CSV is line 1
     * @param code stable and kebab-case
     * @param column the source's own name; empty when it is about the whole line
     * @param detail why, without the value
     */
    public record LineFault(long line, String code, String column, String detail) {}
}
