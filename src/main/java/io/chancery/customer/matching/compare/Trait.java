package io.chancery.customer.matching.compare;

/** What of a record counts in matching, in the order of the text form. New ones go to the end. */
public enum Trait {
    GIVEN,
    FAMILY,
    BIRTH_NAME,
    ORGANISATION,
    /** f or m, as the salutation says. */
    SEX,
    /** s or j: senior or junior. */
    GENERATION,
    /** yyyymmdd. */
    BIRTH_DATE,
    STREET,
    HOUSE_NUMBER,
    POSTCODE,
    CITY,
    COUNTRY,
    EMAIL,
    /** Digits, as of E.164. */
    MOBILE,
    LANDLINE,
    /** Pairs of scheme and value, sorted, with commas between. */
    IDENTIFIERS
}
