package io.chancery.platform.person;

import java.util.List;

/** What a feature knows of persons: a bean of each feature that has tables with their data. */
public interface PersonalData {

    /** What it can tell of one, each by a query. */
    List<Share> shares();

    /**
     * What it does to forget one, as statements with the placeholders of {@link PersonStatement}. Those of all features run in
     * one transaction, in no certain order: none may need what belongs to another feature.
     */
    List<String> erasing();

    /** What stays when it has, and is in no share; asked before. */
    default List<Remainder> remainders(Person person) {
        return List.of();
    }

    /** What it does for that in the same transaction, before any of these statements. */
    default void prepareErasing(Person person) {}
}
