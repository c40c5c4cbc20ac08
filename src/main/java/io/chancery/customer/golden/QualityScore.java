package io.chancery.customer.golden;

import static io.chancery.vocabulary.Attribute.BIRTH_DATE;
import static io.chancery.vocabulary.Attribute.CITY;
import static io.chancery.vocabulary.Attribute.COUNTRY;
import static io.chancery.vocabulary.Attribute.EMAIL;
import static io.chancery.vocabulary.Attribute.FAMILY_NAME;
import static io.chancery.vocabulary.Attribute.GIVEN_NAME;
import static io.chancery.vocabulary.Attribute.MOBILE;
import static io.chancery.vocabulary.Attribute.PHONE;
import static io.chancery.vocabulary.Attribute.POSTCODE;
import static io.chancery.vocabulary.Attribute.STREET;

import io.chancery.vocabulary.Attribute;
import java.util.Set;

/** How much of what a message may need is known of a customer, from 0 to 100. */
final class QualityScore {

    private QualityScore() {}

    static int of(Set<Attribute> known) {
        int score = points(known, FAMILY_NAME, 20) + points(known, GIVEN_NAME, 10) + points(known, BIRTH_DATE, 10);
        score += points(known, EMAIL, 20) + Math.max(points(known, MOBILE, 10), points(known, PHONE, 5));
        boolean deliverable = known.containsAll(Set.of(STREET, POSTCODE, CITY, COUNTRY));
        return score + (deliverable ? 30 : points(known, POSTCODE, 5));
    }

    private static int points(Set<Attribute> known, Attribute attribute, int points) {
        return known.contains(attribute) ? points : 0;
    }
}
