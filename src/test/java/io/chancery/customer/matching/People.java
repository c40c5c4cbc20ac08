package io.chancery.customer.matching;

import io.chancery.customer.mapping.MappedRecord;
import io.chancery.customer.mapping.MappedRecord.Identifier;
import io.chancery.customer.mapping.MappedRecord.Identity;
import io.chancery.customer.mapping.MappedRecord.Place;
import io.chancery.customer.mapping.MappedRecord.Reach;
import io.chancery.vocabulary.PersonName;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of invented people, as a test wants to say them. */
record People(PersonName name, Identity identity, Place place, Reach reach) {

    static People named(String given, String family) {
        return new People(
                new PersonName("", "", given, family),
                Identity.UNKNOWN,
                new Place(null, null, null, "DE"),
                new Reach(null, null, null));
    }

    People salutation(String salutation) {
        return new People(new PersonName(salutation, "", name.given(), name.family()), identity, place, reach);
    }

    People born(String date) {
        return withIdentity(new Identity(
                LocalDate.parse(date), identity.birthName(), identity.organisation(), identity.identifiers()));
    }

    People birthName(String birthName) {
        return withIdentity(
                new Identity(identity.birthDate(), birthName, identity.organisation(), identity.identifiers()));
    }

    People identifier(String scheme, String value) {
        return withIdentity(new Identity(
                identity.birthDate(),
                identity.birthName(),
                identity.organisation(),
                List.of(new Identifier(scheme, value))));
    }

    private People withIdentity(Identity changed) {
        return new People(name, changed, place, reach);
    }

    People at(@Nullable String street, String postcode, String city) {
        return new People(name, identity, new Place(street, postcode, city, "DE"), reach);
    }

    People email(String email) {
        return new People(name, identity, place, new Reach(email, reach.mobile(), reach.phone()));
    }

    People mobile(String mobile) {
        return new People(name, identity, place, new Reach(reach.email(), mobile, reach.phone()));
    }

    People landline(String landline) {
        return new People(name, identity, place, new Reach(reach.email(), reach.mobile(), landline));
    }

    Traits traits() {
        return Traits.of(new MappedRecord(name, identity, "de", null, place, reach, null, List.of()));
    }
}
