package io.chancery.platform.person;

import org.jspecify.annotations.Nullable;

/**
 * One part of what is known of a person.
 *
 * @param name of its file, camelCase
 * @param given whether the person gave it, so that it can be taken elsewhere (GDPR Art. 20)
 * @param german what it is, for people
 * @param english the same
 * @param query one row for each thing that is known, with the placeholders of {@link PersonStatement} and readable column names;
 *     no data of anybody else in it
 * @param rest what stays of it when the person is erased; null if nothing does
 */
public record Share(
        String name,
        boolean given,
        String german,
        String english,
        String query,
        @Nullable Rest rest) {

    /**
     * What stays of each row.
     *
     * @param whole whether nothing is erased of it; otherwise it is emptied of all that is about the person
     * @param german what stays and why, for a clerk
     * @param english the same
     */
    public record Rest(boolean whole, String german, String english) {}

    /** What came about without the person giving it. */
    public static Share observed(String name, String german, String english, String query) {
        return new Share(name, false, german, english, query, null);
    }

    /** What the person gave. */
    public static Share given(String name, String german, String english, String query) {
        return new Share(name, true, german, english, query, null);
    }

    /** The same, of which nothing is erased because it tells nobody who the person was. */
    public Share staying(String whyInGerman, String why) {
        return new Share(name, given, german, english, query, new Rest(true, whyInGerman, why));
    }

    /** The same, of which rows stay that say nothing of the person any more. */
    public Share emptied(String whyInGerman, String why) {
        return new Share(name, given, german, english, query, new Rest(false, whyInGerman, why));
    }
}
