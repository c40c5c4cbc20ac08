package io.chancery.dispatch.print.printer;

import java.nio.file.Path;

/**
 * One batch on its way.
 *
 * @param name of the file at the target; for an office printer, of the job
 * @param file a zip, or for an office printer the PDF
 * @param duplex whether an office printer turns the sheets over
 */
public record Consignment(String name, Path file, boolean duplex) {

    public Consignment {
        FileName.check(name);
    }
}
