package io.chancery.platform.download;

/** Text that a spreadsheet only shows. */
public final class InertText {

    private static final String FORMULA = "=+-@\t\r\n";

    private InertText() {}

    /** With an apostrophe before what a spreadsheet would take for a formula (OWASP, CSV Injection). */
    public static String of(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
