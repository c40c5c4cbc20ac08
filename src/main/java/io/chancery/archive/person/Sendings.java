package io.chancery.archive.person;

import io.chancery.platform.person.OnTheWay;
import io.chancery.platform.person.Person;
import io.chancery.platform.person.PersonFiles;
import io.chancery.platform.person.Wait;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What is on its way to a person, in all features. */
@ApplicationScoped
class Sendings {

    private final List<OnTheWay> features;
    private final List<PersonFiles> files;

    Sendings(@All List<OnTheWay> features, @All List<PersonFiles> files) {
        this.features = features;
        this.files = files;
    }

    /**
     * Calls off what can be, in the caller's transaction.
     *
     * @return whether nothing is left
     */
    boolean callOff(Person person) {
        features.forEach(feature -> feature.callOff(person));
        return left(person).isEmpty();
    }

    /** What an erasure waits for. */
    List<Wait> left(Person person) {
        return features.stream()
                .flatMap(feature -> feature.left(person).stream())
                .toList();
    }

    /** Deletes what lies about for somebody to fetch. */
    void deleteFiles(Collection<UUID> deliveryIds) {
        files.forEach(folder -> folder.delete(deliveryIds));
    }
}
