package io.chancery.render.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.vocabulary.PersonName;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalutationsTest {

    /** Salutation, title, given name and family name, parted by strokes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Frau / Dr. / Anna / Müller | de | Sehr geehrte Frau Dr. Müller",
                "Frau /  / Anna / Müller | de | Sehr geehrte Frau Müller",
                "Herr / Prof. Dr. / Max / Huber | de | Sehr geehrter Herr Prof. Dr. Huber",
                "Herr /  / Max / Huber | de | Sehr geehrter Herr Huber",
                " /  / Sascha / Röhrig | de | Guten Tag Sascha Röhrig",
                " / Dr. / Sascha / Röhrig | de | Guten Tag Dr. Sascha Röhrig",
                "Frau /  / Anna /  | de | Guten Tag Anna",
                " /  /  /  | de | Guten Tag",
                "Herr /  /  /  | de | Guten Tag",
                " /  /  / Bäckerei Korn GmbH | de | Guten Tag Bäckerei Korn GmbH",
                "Frau / Dr. / Anna / Müller | en | Dear Dr. Müller",
                "Frau /  / Anna / Müller | en | Dear Ms Müller",
                "Herr /  / Max / Huber | en | Dear Mr Huber",
                " /  / Sascha / Röhrig | en | Dear Sascha Röhrig",
                " /  /  /  | en | Hello",
                "Herr /  / Max / Huber | fr | Monsieur Huber",
                "Frau / Dr. / Anna / Müller | fr | Madame Dr. Müller",
                " /  / Sascha / Röhrig | fr | Bonjour Sascha Röhrig",
                "Frau /  / Anna / Rossi | it | Gentile signora Rossi",
                "Herr /  / Max / Rossi | it | Egregio signor Rossi",
                " /  /  /  | it | Gentile cliente",
                "Herr /  / Max / Huber | nl | Dear Mr Huber"
            })
    void greeting(String name, String language, String expected) {
        var parts = Arrays.stream(name.split("/", -1)).map(String::strip).toList();
        var person = new PersonName(parts.get(0), parts.get(1), parts.get(2), parts.get(3));

        assertThat(Salutations.greeting(person, language)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"Herr, false, Herrn", "Herr, true, Herr", "Frau, false, Frau", "Frau, true, Frau", "'', false, ''"})
    void the_line_above_the_name(String salutation, boolean swiss, String expected) {
        assertThat(Salutations.onEnvelope(new PersonName(salutation, "", "Kim", "Korn"), swiss))
                .isEqualTo(expected);
    }
}
