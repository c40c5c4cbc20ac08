package io.chancery.vocabulary;

/**
 * Where letters go.
 *
 * @param street with the house number, as it is written on an envelope
 * @param country ISO 3166-1 alpha-2
 */
public record PostalAddress(String street, String postcode, String city, String country) {

    public PostalAddress {
        if (street.isBlank() || postcode.isBlank() || city.isBlank()) {
            throw new IllegalArgumentException("A postal address needs street, postcode and city");
        }
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("Country is not ISO 3166-1 alpha-2");
        }
    }

    /** All of it on one line, to compare by. */
    public String line() {
        return street + ", " + postcode + " " + city + ", " + country;
    }
}
