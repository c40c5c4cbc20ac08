package io.chancery.dispatch.print.piece;

import java.math.BigDecimal;

/**
 * What a letter is printed on.
 *
 * @param code as the printer's trays are called
 * @param grammage of a square metre, in grams
 */
public record Paper(String code, int grammage) {

    /** Of A4 (ISO 216), in square metres. */
    private static final BigDecimal SHEET = new BigDecimal("0.210").multiply(new BigDecimal("0.297"));

    public Paper {
        if (!code.matches("[a-z0-9-]+") || grammage < 1) {
            throw new IllegalArgumentException("Paper needs a code that can be part of a file name, and a grammage");
        }
    }

    /** One sheet of A4. */
    Weight sheet() {
        return new Weight(SHEET.multiply(BigDecimal.valueOf(grammage)));
    }
}
