package io.chancery.customer.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.vocabulary.PersonName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "Hofer, Ralf                      | ''   | ''             | Ralf           | Hofer",
                "Leon Großmann                    | ''   | ''             | Leon           | Großmann",
                "Thomas-Stahl, Volker             | ''   | ''             | Volker         | Thomas-Stahl",
                "Karl Theodor Maria Beispiel      | ''   | ''             | Karl Theodor Maria | Beispiel",
                "Sascha                           | ''   | ''             | Sascha         | ''",
                "Frau Muster                      | Frau | ''             | ''             | Muster",
                "Dr. Muster                       | ''   | Dr.            | ''             | Muster",
                "Frau Prof. Dr. Ida von Bülow     | Frau | Prof. Dr.      | Ida            | von Bülow",
                "Herr Dr. med. Hans Muster        | Herr | Dr. med.       | Hans           | Muster",
                "Muster, Dr. Hans                 | ''   | Dr.            | Hans           | Muster",
                "Muster, Hans, Dipl.-Ing.         | ''   | Dipl.-Ing.     | Hans           | Muster",
                "Frau Muster, Ida                 | Frau | ''             | Ida            | Muster",
                "Mr. John Doe                     | Herr | ''             | John           | Doe",
                "Oskar de Boer                    | ''   | ''             | Oskar          | de Boer",
                "DE BOER, Carmen                  | ''   | ''             | Carmen         | DE BOER",
                "von Arx, Sophie                  | ''   | ''             | Sophie         | von Arx",
                "Ursula von der Heide             | ''   | ''             | Ursula         | von der Heide",
                "M. Muster                        | ''   | ''             | M.             | Muster",
                "Müller & Söhne GmbH              | ''   | ''             | ''             | Müller & Söhne GmbH",
                "Sportverein Musterdorf e. V.     | ''   | ''             | ''             | Sportverein Musterdorf e. V.",
                "Wohnungsbaugenossenschaft Muster | ''   | ''             | ''             | Wohnungsbaugenossenschaft Muster"
            })
    void a_whole_name_is_taken_apart(String name, String salutation, String title, String given, String family) {
        assertThat(PersonNames.parse(name)).isEqualTo(new PersonName(salutation, title, given, family));
    }

    @Test
    void no_name_is_no_name() {
        assertThat(PersonNames.parse("")).isEqualTo(PersonName.NONE);
    }

    @ParameterizedTest
    @CsvSource({"Frau, Frau", "Fr., Frau", "Mrs, Frau", "w, Frau", "Herrn, Herr", "HERR, Herr", "Mr., Herr", "m, Herr"})
    void a_salutation_has_one_form(String written, String salutation) {
        assertThat(Salutations.find(written)).contains(salutation);
    }

    @Test
    void a_family_has_no_salutation_of_one_person() {
        assertThat(Salutations.find("Familie")).isEmpty();
    }
}
