package io.chancery.platform.person;

/**
 * One part of what is known of a person.
 *
 * @param name of its file, camelCase
 * @param given whether the person gave it, so that it can be taken elsewhere (GDPR Art. 20)
 * @param german what it is, for people
 * @param english the same
 * @param query one row for each thing that is known, with the placeholders of {@link PersonStatement} and readable column names;
 *     no data of anybody else in it
 */
public record Share(String name, boolean given, String german, String english, String query) {

    /** What came about without the person giving it. */
    public static Share observed(String name, String german, String english, String query) {
        return new Share(name, false, german, english, query);
    }

    /** What the person gave. */
    public static Share given(String name, String german, String english, String query) {
        return new Share(name, true, german, english, query);
    }
}
