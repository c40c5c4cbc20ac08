package io.chancery.customer.quality.address;

/** What a check says about country, postcode and city. The names go over the wire and into the database as they are. */
public enum Verdict {
    VALID,
    /** The postcode exists and its city was meant, in another spelling. */
    CORRECTABLE_CITY,
    MISSING_CITY,
    MISSING_ZIP,
    /** Not as postcodes of the country look. */
    INVALID_ZIP_FORMAT,
    /** It could be a postcode, but the country has none like it. */
    UNKNOWN_ZIP,
    /** Postcode and city both may exist, but not together. */
    ZIP_CITY_MISMATCH,
    /** We have no table of this country, know no country, or not the city beside an existing postcode. */
    UNVERIFIABLE;

    /** Whether a letter would arrive as it is written. */
    public boolean isDeliverable() {
        return this == VALID || this == CORRECTABLE_CITY;
    }

    /** Whether something is wrong for sure. */
    public boolean isFault() {
        return !isDeliverable() && this != UNVERIFIABLE;
    }
}
