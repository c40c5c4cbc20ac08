package io.chancery.vocabulary;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person's name; every part may be empty, but not all.
 *
 * @param salutation {@code Frau}, {@code Herr} or empty: as the source wrote it, normalised to German
 * @param title academic titles, such as {@code Prof. Dr.}
 */
public record PersonName(String salutation, String title, String given, String family) {

    public static final PersonName NONE = new PersonName("", "", "", "");

    /** Title, given and family name as on an envelope, without the salutation. */
    public String full() {
        return Stream.of(title, given, family).filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
    }
}
