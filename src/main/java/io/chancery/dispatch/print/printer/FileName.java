package io.chancery.dispatch.print.printer;

import java.util.regex.Pattern;

/** What may be a file's name at a target: nothing that leads elsewhere, and nothing that is still being written. */
final class FileName {

    static final String SENT = ".sent";
    static final String PART = ".part";
    static final String DONE = "done";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._ -]{0,199}");

    private FileName() {}

    static String check(String name) {
        if (!isPlain(name)) {
            throw new IllegalArgumentException("Not the plain name of a file");
        }
        return name;
    }

    static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches() && !name.endsWith(PART);
    }

    static boolean isResponse(String name) {
        return isPlain(name) && (name.endsWith(".csv") || name.endsWith(".json") || name.endsWith(".ack"));
    }
}
