package io.chancery.customer.quality.address;

import org.jspecify.annotations.Nullable;

/**
 * An address to be checked, as somebody wrote it; every part may be missing.
 *
 * @param street with the house number; a post-office box counts
 * @param country ISO 3166-1 alpha-2, if known
 */
public record Address(
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String country) {

    /** The same street in another place. */
    Address in(String otherCountry, String otherPostcode, @Nullable String otherCity) {
        return new Address(street, otherPostcode, otherCity, otherCountry);
    }
}
