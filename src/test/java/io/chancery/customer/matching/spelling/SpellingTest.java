package io.chancery.customer.matching.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.customer.matching.spelling.Addresses.Address;
import io.chancery.customer.matching.spelling.Addresses.Nearness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "Müller, muller",
        "MUELLER, muller",
        "Groß, gross",
        "O'Neill, oneill",
        "D’Angelo, dangelo",
        "Müller-Lang, muller lang",
        "Łukasz, lukasz",
        "Yılmaz, yilmaz",
        "'  Anna   Maria ', anna maria",
        "王杰, 王杰",
        "'ВАСИЛЬЕВ, Александр', vasilev aleksandr",
        "Щербакова Юлія, shcherbakova iuliia",
        "René, rene"
    })
    void words_are_folded(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "meier, meier, true",
        "schmid, schmidt, true",
        "falkenberg, falkenbreg, true",
        "falkenberg, flkenbeg, true",
        "falkenberg, flkenbgr, false",
        "jan, jens, false",
        "al, il, false",
        "tim, tom, true",
        "ab, ba, false"
    })
    void a_slip_is_near(String a, String b, boolean near) {
        assertThat(Likeness.isNear(a, b)).isEqualTo(near);
        assertThat(Likeness.isNear(b, a)).isEqualTo(near);
    }

    @ParameterizedTest
    @CsvSource({
        "hans, hans, EXACT",
        "karl heinz, karlheinz, EXACT",
        "hans, johannes, FORM",
        "uschi, ursula, FORM",
        "bob, robert, FORM",
        "hans peter, peter, PART",
        "robert j, robert, PART",
        "hans peter, hans georg, DIFFERENT",
        "r, robert, INITIAL",
        "stefan, sttefan, NEAR",
        "ida, otto, DIFFERENT",
        "anna maria, anna marie, PART",
        "christian, christiane, NEAR",
        "rosemay a, rosemary a, NEAR",
        "keeley, kaylee, SOUND",
        "sahra, zara, SOUND",
        "leo, lea, NEAR",
        "uwe, ea, DIFFERENT",
        "b, robert, INITIAL",
        "b, rainer, DIFFERENT",
        "peggie, margaret, FORM"
    })
    void given_names_are_compared(String a, String b, NameLikeness likeness) {
        assertThat(GivenNames.compare(a, b)).isEqualTo(likeness);
        assertThat(GivenNames.compare(b, a)).isEqualTo(likeness);
    }

    @ParameterizedTest
    @CsvSource({
        "falk, falk, EXACT",
        "von bulow, bulow, EXACT",
        "meier lang, lang, PART",
        "meier, maier, NEAR",
        "falk, f, INITIAL",
        "falk, olm, DIFFERENT",
        "von arx, von bulow, DIFFERENT",
        "mayer, meier, NEAR"
    })
    void family_names_are_compared(String a, String b, NameLikeness likeness) {
        assertThat(FamilyNames.compare(a, b)).isEqualTo(likeness);
        assertThat(FamilyNames.compare(b, a)).isEqualTo(likeness);
    }

    @ParameterizedTest
    @CsvSource({
        "Schulstr. 5, schulstr, 5",
        "SCHULSTRASSE 5 A, schulstr, 5a",
        "'c/o Büro, Mühlenweg 7b', muhlenweg, 7b",
        "123 Main Street, mainst, 123",
        "Unter den Linden, unterdenlinden, ''",
        "Am Hang 7 Apt 4, amhang, 7",
        "Straße des 17. Juni 135, strdes17juni, 135",
        "'Chrysler Building, 405 Lexington Avenue', lexingtonav, 405",
        "'Suite 900, 1450 N City Rd', cityrd, 1450n",
        "Hauptstr. 5 Hinterhaus, hauptstr5hinterhaus, ''"
    })
    void streets_are_taken_apart(String text, String name, String number) {
        assertThat(Streets.parse(text)).isEqualTo(new Streets.Street(name, number));
    }

    @ParameterizedTest
    @CsvSource({
        "schulstr, 5, 12043, berlin, EXACT",
        "schulstr, 6, 12043, berlin, STREET",
        "schulsrt, 5, 12043, berlin, NEAR",
        "amhang, 5, 12043, berlin, TOWN",
        "schulstr, 5, 12048, kiel, NEAR",
        "schulstr, 5, 80331, munchen, DIFFERENT",
        "schulstr, 5, '', berlin mitte, EXACT",
        "schulstr, 5, '', 12043 berlin, EXACT",
        "schulstrhinterhaus, 5, 12043, '', NEAR",
        "amhang, 7, '', berlin, DIFFERENT"
    })
    void addresses_are_compared(String street, String number, String postcode, String city, Nearness nearness) {
        var home = new Address("schulstr", "5", "12043", "berlin");
        var other = new Address(street, number, postcode, city);

        assertThat(Addresses.compare(home, other)).isEqualTo(nearness);
        assertThat(Addresses.compare(other, home)).isEqualTo(nearness);
    }

    @ParameterizedTest
    @CsvSource({
        "'ssn=12,x=1', ssn=12, true, ssn=12, true", "ssn=12345, ssn=12346, true, '', true",
                "crm=1, web=1, false, '', false",
        "crm=1, 'crm=1,crm=2', false, crm=1, true", "crm=1, crm=2, false, '', true", "crm=1, crm=1, true, '', false"
    })
    void identifiers_are_compared_within_their_scheme(
            String a, String b, boolean forLife, String shared, boolean comparable) {
        var outcome = Identifiers.compare(a, b, forLife);

        assertThat(outcome.shared()).isEqualTo(shared);
        assertThat(outcome.comparable()).isEqualTo(comparable);
    }

    @ParameterizedTest
    @CsvSource({"meier, maier", "schmidt, schmitt", "philipp, filip", "walter, valter"})
    void what_sounds_alike_has_one_sound(String a, String b) {
        assertThat(Sounds.of(a)).isEqualTo(Sounds.of(b));
    }

    @ParameterizedTest
    @CsvSource({"falk sohne gmbh, falk sohne", "gmbh, gmbh", "univrsl export inc, univrsl export"})
    void a_firm_is_known_without_its_form(String name, String core) {
        assertThat(Organisations.isOne(name)).isTrue();
        assertThat(Organisations.core(name)).isEqualTo(core);
    }

    @ParameterizedTest
    @CsvSource({
        "falk maschinenbau, falk maschinenbau jena, true",
        "exports india, universal exports india, true",
        "falk, falk jena, false",
        "falk maschinenbau, falk maschinenbau holding, false",
        "falk maschinenbau, olm maschinenbau, false"
    })
    void a_short_form_leaves_out_only_what_tells_no_firms_apart(String a, String b, boolean shortForm) {
        assertThat(Organisations.isShortForm(a, b)).isEqualTo(shortForm);
        assertThat(Organisations.isShortForm(b, a)).isEqualTo(shortForm);
    }

    @ParameterizedTest
    @CsvSource({
        "493023125000, 4923125000, true",
        "12023213212, 13213212, true",
        "493023125000, 493023125001, false",
        "493023125000, 494012345678, false"
    })
    void a_number_may_lack_its_area_code(String a, String b, boolean local) {
        assertThat(Likeness.isLocalPart(a, b)).isEqualTo(local);
        assertThat(Likeness.isLocalPart(b, a)).isEqualTo(local);
    }

    @ParameterizedTest
    @CsvSource({"info, falk, true, false", "i.falk, von falk, false, true", "jo77, jo, false, false"})
    void a_mailbox_tells_of_whom_it_is(String mailbox, String name, boolean role, boolean ofName) {
        assertThat(Mailboxes.isRole(mailbox)).isEqualTo(role);
        assertThat(Mailboxes.hasName(mailbox, name)).isEqualTo(ofName);
    }

    @ParameterizedTest
    @CsvSource({"王杰, wang, false", "王杰, 王伟, true", "ida, otto, true", "ida, '', true"})
    void only_names_of_one_script_can_be_compared(String a, String b, boolean comparable) {
        assertThat(Folding.areOfOneScript(a, b)).isEqualTo(comparable);
    }
}
