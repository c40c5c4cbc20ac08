package io.chancery.customer.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.customer.quality.AddressLines.AddressLine;
import io.chancery.customer.quality.Locations.Location;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressLinesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Schulstr. 5, 12043 Berlin; Schulstr. 5; ''; 12043; Berlin",
                "Schulstr. 5, D-12043 Berlin; Schulstr. 5; DE; 12043; Berlin",
                "Schulstr. 5, 12043 Berlin, Deutschland; Schulstr. 5; DE; 12043; Berlin",
                "Schulstr. 5; Schulstr. 5; ''; ''; ''",
                "123 Main Street, Las Vegas NV 89132; 123 Main Street; ''; 89132; Las Vegas",
                "1602 Brenville Pl, San Francisco, CA 94105; 1602 Brenville Pl; ''; 94105; San Francisco",
                "638 Downey St, Salem, OR; 638 Downey St; ''; ''; Salem"
            })
    void an_address_in_one_line_is_taken_apart(
            String line, String street, String country, String postcode, String city) {
        assertThat(AddressLines.parse(line)).isEqualTo(new AddressLine(street, new Location(country, postcode, city)));
    }
}
