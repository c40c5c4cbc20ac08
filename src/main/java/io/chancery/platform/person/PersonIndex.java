package io.chancery.platform.person;

import java.util.Optional;
import java.util.UUID;

/** Finds persons: a bean of the feature that knows who is who. */
public interface PersonIndex {

    /** The person to whom this UCID leads today, even if they were erased. */
    Optional<Person> find(String ucid);

    /** The same by an id. */
    Optional<Person> find(UUID customerId);

    /**
     * The same, and until the caller's transaction ends nobody changes who that is, and nothing is taken in for them. To be
     * called before anything of theirs is locked.
     */
    Optional<Person> lock(UUID customerId);
}
