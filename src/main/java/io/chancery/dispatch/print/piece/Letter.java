package io.chancery.dispatch.print.piece;

import io.chancery.vocabulary.Ucid;
import java.util.UUID;

/**
 * One delivery that waits for a print run.
 *
 * @param customer whom it is addressed to
 * @param urgent goes into an envelope that is printed first
 */
public record Letter(
        UUID delivery,
        Ucid customer,
        Destination destination,
        Stationery stationery,
        Extent extent,
        String sha256,
        boolean urgent) {

    public Letter {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A SHA-256 has 64 hexadecimal digits");
        }
    }

    /**
     * How much there is to print.
     *
     * @param pages with blank backs that the PDF has already
     * @param duplex on both sides of the sheet
     * @param bytes of the archived PDF
     */
    public record Extent(int pages, boolean duplex, long bytes) {

        public Extent {
            if (pages < 1 || bytes < 1) {
                throw new IllegalArgumentException("A letter has a page and is not empty");
            }
        }

        public int sheets() {
            return duplex ? (pages + 1) / 2 : pages;
        }
    }

    public int sheets() {
        return extent.sheets();
    }
}
