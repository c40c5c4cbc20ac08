package io.chancery.customer.quality.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.customer.quality.PersonNames;
import io.chancery.customer.quality.name.GivenNames.Bearer;
import io.chancery.customer.quality.name.NameParts.Without;
import io.chancery.customer.quality.name.Organisations.Organisation;
import io.chancery.vocabulary.PersonName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "Anna-Lena Müller-Lüdenscheidt        | ''   | ''          | Anna-Lena     | Müller-Lüdenscheidt",
                "Müller-Lüdenscheidt, Anna-Lena       | ''   | ''          | Anna-Lena     | Müller-Lüdenscheidt",
                "Höfer Ernestine                      | ''   | ''          | Ernestine     | Höfer",
                "Frau Schütt Sigrid                   | Frau | ''          | Sigrid        | Schütt",
                "Fischbach Rudolf-Guido               | ''   | ''          | Rudolf-Guido  | Fischbach",
                "Muster Ida Maria                     | ''   | ''          | Ida Maria     | Muster",
                "Muster I.                            | ''   | ''          | I.            | Muster",
                "Weber Peter                          | ''   | ''          | Peter         | Weber",
                "Ida Maria                            | ''   | ''          | Ida           | Maria",
                "Ida Peter                            | ''   | ''          | Ida           | Peter",
                "Jürgn Peter                          | ''   | ''          | Jürgn         | Peter",
                "I. Uwe                               | ''   | ''          | I.            | Uwe",
                "Karl Theodor Freiherr von Muster     | ''   | ''          | Karl Theodor  | Freiherr von Muster",
                "Otto Graf Muster                     | ''   | ''          | Otto          | Graf Muster",
                "Steffi Graf                          | ''   | ''          | Steffi        | Graf",
                "Hans Muster jun.                     | ''   | ''          | Hans          | Muster jun.",
                "Muster jr., Hans                     | ''   | ''          | Hans          | Muster jun.",
                "Muster, Hans, senior                 | ''   | ''          | Hans          | Muster sen.",
                "Hans Muster III                      | ''   | ''          | Hans          | Muster III",
                "Ida Muster geb. Beispiel             | ''   | ''          | Ida           | Muster",
                "Muster geb. Beispiel, Ida            | ''   | ''          | Ida           | Muster",
                "Ida Muster (geb. von Beispiel)       | ''   | ''          | Ida           | Muster",
                "Hans Muster, MBA                     | ''   | MBA         | Hans          | Muster",
                "Dr. Ida Muster LL.M.                 | ''   | Dr. LL.M.   | Ida           | Muster",
                "Univ.-Prof. DDr. Ida Muster          | ''   | Univ.-Prof. DDr. | Ida      | Muster",
                "Dr. h. c. Hans Muster                | ''   | Dr. h. c.   | Hans          | Muster",
                "Dipl.-Ing. (FH) Hans Muster          | ''   | Dipl.-Ing. (FH) | Hans      | Muster",
                "DI Hans Muster                       | ''   | DI          | Hans          | Muster",
                "Di Muster                            | ''   | ''          | ''            | Di Muster",
                "Familie Muster                       | ''   | ''          | ''            | Muster",
                "Eheleute Ida und Hans Muster         | ''   | ''          | ''            | Ida und Hans Muster",
                "Muster S.p.A.                        | ''   | ''          | ''            | Muster S.p.A."
            })
    void a_whole_name_is_taken_apart(String name, String salutation, String title, String given, String family) {
        assertThat(PersonNames.parse(name)).isEqualTo(new PersonName(salutation, title, given, family));
    }

    @ParameterizedTest
    @CsvSource({
        "'Ida Muster, geb. Beispiel', Beispiel",
        "Ida Muster geborene von der Heide, von der Heide",
        "Ida Muster (née Beispiel-Muster), Beispiel-Muster"
    })
    void the_name_at_birth_is_found(String name, String birthName) {
        assertThat(PersonNames.birthName(name)).contains(birthName);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ida Muster", "Gebhard Muster", "Ida Gebauer", "geb. Muster"})
    void most_names_tell_no_name_at_birth(String name) {
        assertThat(PersonNames.birthName(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Muster junior, Muster, jun.",
        "'Muster, jr.', Muster, jun.",
        "Muster d. Ä., Muster, sen.",
        "Muster II., Muster, II",
        "Muster, Muster, ''",
        "Senior, Senior, ''",
        "Junge, Junge, ''"
    })
    void father_and_son_are_told_apart(String name, String rest, String generation) {
        assertThat(NameParts.withoutGeneration(name)).isEqualTo(new Without(rest, generation));
    }

    @ParameterizedTest
    @CsvSource({
        "Braun, Kornelia, true",
        "Kornelia, Braun, false",
        "Müller, Peter, true",
        "Myller, Peter, false",
        "Peter, Müller, false",
        "Hans, Ida, false",
        "Xyz, Hans-Joachim, true",
        "Jürgn, Peter, false",
        "'', Kornelia, false"
    })
    void swapped_names_are_noticed_where_it_is_certain(String given, String family, boolean swapped) {
        assertThat(GivenNames.isSwapped(given, family)).isEqualTo(swapped);
    }

    @ParameterizedTest
    @CsvSource({
        "Ida, WOMAN",
        "JUERGEN, MAN",
        "Jurgen, MAN",
        "Hans-Maria, MAN",
        "Rainer Maria, MAN",
        "Anna-Lena, WOMAN",
        "Kim, EITHER",
        "Andrea, EITHER",
        "Mc Ida, WOMAN"
    })
    void a_given_name_has_its_bearer(String given, Bearer bearer) {
        assertThat(GivenNames.bearer(given)).contains(bearer);
    }

    @Test
    void an_unknown_name_has_no_bearer() {
        assertThat(GivenNames.bearer("Qwertz")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MCDONALD, McDonald",
        "VON DER HEYDE, von der Heyde",
        "d'angelo, d'Angelo",
        "D’ANGELO, d’Angelo",
        "O'NEILL, O'Neill",
        "DELL'ACQUA, dell'Acqua",
        "MÜLLER-LÜDENSCHEIDT, Müller-Lüdenscheidt",
        "ida maria, Ida Maria",
        "MUSTER III, Muster III",
        "ÇELIK, Çelik",
        "d'Angelo, d'Angelo",
        "MacDonald, MacDonald",
        "von Muster, von Muster",
        "NG, NG",
        "van, van",
        "K., K."
    })
    void capitals_and_small_letters_become_a_name(String written, String proper) {
        assertThat(NameCase.proper(written)).isEqualTo(proper);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "Müller & Söhne GmbH             | Müller & Söhne        | GmbH",
                "Muster GmbH & Co. KG            | Muster                | GmbH & Co. KG",
                "Muster UG (haftungsbeschränkt)  | Muster                | UG (haftungsbeschränkt)",
                "Muster Ges.m.b.H.               | Muster                | Ges.m.b.H.",
                "Muster AG                       | Muster                | AG",
                "Muster e.U.                     | Muster                | e.U.",
                "Muster Sàrl                     | Muster                | Sàrl",
                "Muster Anstalt                  | Muster                | Anstalt",
                "Muster Ltd.                     | Muster                | Ltd.",
                "Muster LLC                      | Muster                | LLC",
                "Muster, Inc.                    | Muster                | Inc.",
                "Muster S.r.l.                   | Muster                | S.r.l.",
                "Muster SAS                      | Muster                | SAS",
                "Muster B.V.                     | Muster                | B.V.",
                "Muster Sp. z o.o.               | Muster                | Sp. z o.o.",
                "Muster s.r.o.                   | Muster                | s.r.o.",
                "Muster A/S                      | Muster                | A/S",
                "Musterverein                    | Musterverein          | ''"
            })
    void an_organisation_has_a_legal_form(String name, String rest, String legalForm) {
        assertThat(Organisations.isOrganisation(name)).isTrue();
        assertThat(Organisations.split(name)).isEqualTo(new Organisation(rest, legalForm));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ida Muster",
                "Anna Sa",
                "Karl Ag",
                "Se Young Muster",
                "Hans Vereinigte",
                "Ida Bank",
                "Kim Ug",
                "Ida Stadt",
                "Ltd",
                "Hans Co",
                "Agnes Og",
                "Muster, Ida"
            })
    void a_person_is_no_organisation(String name) {
        assertThat(Organisations.isOrganisation(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Müller & Söhne GmbH, Mueller und Söhne Ges.m.b.H.",
        "Firma Muster, MUSTER AG",
        "Muster-Werke GmbH & Co. KG, Muster Werke KG"
    })
    void spellings_of_one_organisation_have_one_key(String one, String other) {
        assertThat(Organisations.key(one)).isEqualTo(Organisations.key(other));
    }
}
