package io.chancery.customer.quality.address;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a check came to its verdict. */
public enum Reason {
    SPELLING("The city is spelled otherwise, such as with umlauts, «ß» or hyphens"),
    OTHER_LANGUAGE("The city has another name in the language of its country"),
    ABBREVIATED("The city is abbreviated, or has a title such as «Hansestadt» too many or too few"),
    INCOMPLETE_CITY("The city lacks what tells it from others of its name"),
    SLIP_IN_CITY("The city has a slip of the pen"),
    TOWN("The city is named without its district, or by its municipality"),
    UNKNOWN_ADDITION("What stands behind the city is not in the table"),
    UNKNOWN_CITY("The country has no such city in the table; the postcode exists"),
    POSTCODE_SPELLING("The postcode is written with the sign of its country or with blanks"),
    POSTCODE_FORMAT("The postcode does not look like one of its country"),
    POSTCODE_LENGTH("The postcode has too few or too many digits"),
    LEADING_ZERO_LOST("The postcode has lost its leading zero"),
    SWAPPED_DIGITS("Two digits of the postcode are swapped"),
    WRONG_DIGIT("A digit of the postcode is wrong"),
    MISSING_DIGIT("A digit of the postcode is missing"),
    SURPLUS_DIGIT("The postcode has a digit too many"),
    SEVERAL_POSTCODES("The city has several postcodes that would fit"),
    ONE_POSTCODE("The city has only one postcode"),
    ONE_CITY("The postcode has only one city"),
    OTHER_COUNTRY("Postcode and city are of another country"),
    COUNTRY_MISSING("The country is not named"),
    NO_TABLE("There is no table of postcodes for this country; only the format was checked");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** The wire form: lower case, with hyphens. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
