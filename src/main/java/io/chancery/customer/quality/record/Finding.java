package io.chancery.customer.quality.record;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Locale;

/** What can be wrong with a record. Costs are out of 100 and say how much less the record can be used. */
@JsonPropertyOrder({"code", "attribute", "words"})
@JsonFormat(shape = JsonFormat.Shape.OBJECT)
public enum Finding {
    NAME_MISSING("name", 30, "There is no name"),
    GIVEN_NAME_MISSING("given-name", 6, "There is no given name"),
    FAMILY_NAME_MISSING("family-name", 15, "There is no family name"),
    NAME_PLACEHOLDER("name", 20, "The name only fills the field"),
    NAME_DOUBTFUL("name", 8, "The name is one that examples have"),
    NAMES_SWAPPED("name", 8, "Given and family name seem to be swapped"),
    NAME_CASE("name", 2, "The name is in capitals, or in small letters only"),
    SALUTATION_MISSING("salutation", 2, "There is no salutation"),
    SALUTATION_CONFLICT("salutation", 8, "The salutation does not go with the given name"),

    BIRTH_DATE_MISSING("birth-date", 4, "There is no date of birth"),
    BIRTH_DATE_IMPOSSIBLE("birth-date", 8, "Nobody who lives was born on that day"),
    BIRTH_DATE_DOUBTFUL("birth-date", 4, "The date of birth is one that programs fill in"),
    BIRTH_DATE_RARE("birth-date", 1, "The customer would be a child, or older than most become"),

    ADDRESS_MISSING("address", 15, "There is no postal address"),
    STREET_MISSING("street", 8, "There is no street"),
    HOUSE_NUMBER_MISSING("street", 3, "There is no house number"),
    POSTCODE_MISSING("postcode", 8, "There is no postcode"),
    CITY_MISSING("city", 8, "There is no city"),
    COUNTRY_MISSING("country", 5, "There is no country"),
    ADDRESS_DOUBTFUL("address", 8, "The address only fills the fields, or is one that examples have"),
    CITY_MISSPELLED("city", 3, "The city is misspelled"),
    POSTCODE_FORMAT("postcode", 12, "The postcode does not look like one of its country"),
    POSTCODE_UNKNOWN("postcode", 12, "The country has no such postcode"),
    POSTCODE_CITY_MISMATCH("postcode", 12, "Postcode and city do not belong together"),
    ADDRESS_UNVERIFIABLE("address", 2, "Postcode and city could not be checked"),

    EMAIL_MISSING("email", 8, "There is no e-mail address"),
    EMAIL_MISTYPED("email", 8, "The e-mail address has a slip in its domain"),
    EMAIL_DISPOSABLE("email", 8, "The mailbox is one that nobody keeps"),
    EMAIL_DOUBTFUL("email", 4, "The e-mail address is one that only fills the field at times"),
    EMAIL_SHARED("email", 1, "Several people read this mailbox"),

    PHONE_MISSING("phone", 4, "There is no telephone number"),
    PHONE_DOUBTFUL("phone", 3, "The telephone number has digits in a row"),

    UNREACHABLE("reach", 15, "There is no way to reach the customer"),
    AGED("modified", 3, "The source has not touched the record for three years"),
    STALE("modified", 8, "The source has not touched the record for six years");

    private final String attribute;
    private final int cost;
    private final String words;

    Finding(String attribute, int cost, String words) {
        this.attribute = attribute;
        this.cost = cost;
        this.words = words;
    }

    /** Stable, lower case, with hyphens. */
    public String getCode() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String getAttribute() {
        return attribute;
    }

    public String getWords() {
        return words;
    }

    int cost() {
        return cost;
    }
}
