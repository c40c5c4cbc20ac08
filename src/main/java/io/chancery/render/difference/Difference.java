package io.chancery.render.difference;

import java.util.List;

/** What differs between two renditions of one message on one channel. */
public sealed interface Difference permits LetterDifference, MailDifference, ScreenDifference, TextDifference {

    /** What there is to say about it; empty if nothing that counts differs. */
    List<Finding> findings();

    /**
     * One thing that differs.
     *
     * @param says a sentence for an author
     * @param lines of text that are gone ({@code -}) or new ({@code +}); may be empty
     */
    record Finding(String says, List<String> lines) {}
}
