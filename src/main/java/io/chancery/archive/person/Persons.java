package io.chancery.archive.person;

import io.chancery.platform.person.Person;
import io.chancery.platform.person.PersonIndex;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;

/** Persons by what callers call them. */
@ApplicationScoped
public class Persons {

    private final PersonIndex index;

    Persons(PersonIndex index) {
        this.index = index;
    }

    /**
     * A person who was not erased.
     *
     * @throws io.chancery.platform.ProblemException if the UCID leads to nobody, or to somebody who was
     */
    public Person get(String ucid) {
        var person = find(ucid);
        if (person.erasedAt() != null) {
            throw PersonException.erased();
        }
        return person;
    }

    /** The same of whoever may have been. */
    Person find(String ucid) {
        try {
            return index.find(new Ucid(ucid).text()).orElseThrow(PersonException::unknown);
        } catch (IllegalArgumentException e) {
            throw PersonException.unknown();
        }
    }
}
