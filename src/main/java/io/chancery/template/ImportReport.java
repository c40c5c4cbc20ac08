package io.chancery.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What an import did: with any fault nothing at all, otherwise one entry for each block, brand and template it found.
 *
 * @param entries in the order of the folder
 * @param faults everything that is wrong in the whole folder
 */
public record ImportReport(List<Entry> entries, List<SourceFault> faults) {

    /**
     * One part of the folder.
     *
     * @param kind {@code block}, {@code brand} or {@code template}
     * @param version the version that was made of what the folder says
     * @param changed whether this import made it
     */
    public record Entry(String kind, String key, int version, boolean changed) {}

    /**
     * One thing that is wrong with a file.
     *
     * @param file path below the imported folder
     * @param line counted from 1; 0 when it is about the whole file
     * @param column counted from 1; 0 when it is about the whole line
     * @param pointer JSON pointer of the place in a YAML or JSON file, or empty
     */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public record SourceFault(String file, int line, int column, String pointer, String detail) {

        /** Of a whole line, or of the whole file. */
        public SourceFault(String file, int line, String pointer, String detail) {
            this(file, line, 0, pointer, detail);
        }

        @Override
        public String toString() {
            return file + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "") + " "
                    + (pointer.isEmpty() ? "" : pointer + " ") + detail;
        }
    }

    public ImportReport {
        entries = List.copyOf(entries);
        faults = List.copyOf(faults);
    }

    /** Whether everything in the folder is in order. */
    public boolean isClean() {
        return faults.isEmpty();
    }
}
