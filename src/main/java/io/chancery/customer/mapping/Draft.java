package io.chancery.customer.mapping;

import static io.chancery.customer.mapping.FieldKind.BIRTH_NAME;
import static io.chancery.customer.mapping.FieldKind.CITY;
import static io.chancery.customer.mapping.FieldKind.COUNTRY;
import static io.chancery.customer.mapping.FieldKind.EMAIL;
import static io.chancery.customer.mapping.FieldKind.FAMILY_NAME;
import static io.chancery.customer.mapping.FieldKind.GIVEN_NAME;
import static io.chancery.customer.mapping.FieldKind.HOUSE_NUMBER;
import static io.chancery.customer.mapping.FieldKind.LANGUAGE;
import static io.chancery.customer.mapping.FieldKind.MIDDLE_NAME;
import static io.chancery.customer.mapping.FieldKind.ORGANISATION;
import static io.chancery.customer.mapping.FieldKind.POSTCODE;
import static io.chancery.customer.mapping.FieldKind.PREFERRED_CHANNEL;
import static io.chancery.customer.mapping.FieldKind.SALUTATION;
import static io.chancery.customer.mapping.FieldKind.STREET;
import static io.chancery.customer.mapping.FieldKind.TITLE;
import static java.util.Objects.requireNonNullElse;

import io.chancery.customer.mapping.MappedRecord.Identifier;
import io.chancery.customer.mapping.MappedRecord.Identity;
import io.chancery.customer.mapping.MappedRecord.Place;
import io.chancery.customer.mapping.MappedRecord.Reach;
import io.chancery.customer.quality.Locations.Location;
import io.chancery.customer.quality.PhoneNumbers;
import io.chancery.customer.quality.address.line.AddressLines.AddressParts;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.PersonName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is known about one customer so far, while the fields of a record are read one after the other. */
final class Draft {

    /** The oldest birth date that is not a placeholder. */
    private static final LocalDate FIRST_BIRTH_DATE = LocalDate.of(1900, 1, 2);

    private static final Pattern FULL_YEAR = Pattern.compile("\\d{4}");

    /** More are a mistake of the mapping. */
    private static final int MOST_IDENTIFIERS = 8;

    private record Phone(String text, String label) {}

    private final LocalDate today;
    private final List<Note> notes;
    private final Map<FieldKind, String> values = new EnumMap<>(FieldKind.class);
    private final List<Phone> phones = new ArrayList<>();
    private final List<Identifier> identifiers = new ArrayList<>();
    private @Nullable LocalDate birthDate;
    private boolean abroadSomewhere;

    Draft(LocalDate today, List<Note> notes) {
        this.today = today;
        this.notes = notes;
    }

    void note(String code, String column, String detail) {
        notes.add(new Note(code, column, detail));
    }

    /** The first text of a kind counts. */
    void put(FieldKind kind, String text) {
        if (!text.isEmpty()) {
            values.putIfAbsent(kind, text);
        }
    }

    void putAsIs(String text, MappedField field) {
        put(field.kind(), text);
    }

    void putFound(Optional<String> found, MappedField field) {
        found.ifPresentOrElse(
                text -> put(field.kind(), text),
                () -> note(
                        "bad-" + field.kind().code(),
                        field.label(),
                        "Not a usable " + field.kind().code()));
    }

    void putName(PersonName name) {
        put(SALUTATION, name.salutation());
        put(TITLE, name.title());
        put(GIVEN_NAME, name.given());
        put(FAMILY_NAME, name.family());
    }

    void putLocation(Location location) {
        put(COUNTRY, location.country());
        put(POSTCODE, location.postcode());
        put(CITY, location.city());
    }

    /** A country that we do not know is not the default country: better no letter than one to the wrong country. */
    void putCountry(Optional<String> country, MappedField field) {
        abroadSomewhere |= country.isEmpty();
        putFound(country, field);
    }

    void putPhone(String text, MappedField field) {
        phones.add(new Phone(text, field.label()));
    }

    void putBirthDate(String text, MappedField field) {
        var date = field.dates()
                .date(text)
                .map(day -> inPast(day, text))
                .filter(day -> !day.isBefore(FIRST_BIRTH_DATE) && !day.isAfter(today));
        if (date.isEmpty()) {
            note("bad-birth-date", field.label(), "Not a date of birth in the pattern of this field");
        } else if (birthDate == null) {
            birthDate = date.get();
        }
    }

    void putAddress(AddressParts address) {
        put(STREET, address.streetLine());
        putLocation(new Location(address.country(), address.postcode(), address.city()));
    }

    void putIdentifier(String text, MappedField field) {
        var identifier = new Identifier(field.scheme(), text);
        if (identifiers.size() < MOST_IDENTIFIERS && !identifiers.contains(identifier)) {
            identifiers.add(identifier);
        }
    }

    PersonName name() {
        var given = joined(GIVEN_NAME, MIDDLE_NAME);
        var family = text(FAMILY_NAME);
        boolean person = !given.isEmpty() || !family.isEmpty();
        var name = new PersonName(text(SALUTATION), text(TITLE), given, person ? family : text(ORGANISATION));
        return name.equals(PersonName.NONE) ? PersonName.NONE : name;
    }

    /** A year of two digits is read as one of this century, in which many customers were not born. */
    private LocalDate inPast(LocalDate day, String text) {
        return day.isAfter(today) && !FULL_YEAR.matcher(text).find() ? day.minusYears(100) : day;
    }

    Identity identity() {
        return new Identity(birthDate, values.get(BIRTH_NAME), values.get(ORGANISATION), List.copyOf(identifiers));
    }

    String language(String otherwise) {
        return values.getOrDefault(LANGUAGE, otherwise);
    }

    @Nullable
    Channel preferred() {
        var name = values.get(PREFERRED_CHANNEL);
        return name == null ? null : new Channel(name);
    }

    Place place(@Nullable String defaultCountry) {
        var street = joined(STREET, HOUSE_NUMBER);
        return new Place(
                street.isEmpty() ? null : street, values.get(POSTCODE), values.get(CITY), country(defaultCountry));
    }

    /** Numbers come last: without a country code they need the country. A doubtful one counts if there is no other. */
    Reach reach(@Nullable String defaultCountry) {
        String mobile = null;
        String landline = null;
        String doubtful = null;
        for (var phone : phones) {
            var number = PhoneNumbers.parse(phone.text(), country(defaultCountry));
            if (number.isEmpty()) {
                note("bad-phone", phone.label(), "Not a telephone number");
            } else if (number.get().mobile()) {
                mobile = first(mobile, number.get().e164(), phone);
            } else if (number.get().valid()) {
                landline = first(landline, number.get().e164(), phone);
            } else {
                note("doubtful-phone", phone.label(), "Its country has no such number");
                doubtful = requireNonNullElse(doubtful, number.get().e164());
            }
        }
        return new Reach(values.get(EMAIL), mobile, landline == null ? doubtful : landline);
    }

    private String first(@Nullable String taken, String e164, Phone phone) {
        if (taken == null) {
            return e164;
        }
        if (!taken.equals(e164)) {
            note("second-number", phone.label(), "The record has another number of this kind already");
        }
        return taken;
    }

    private @Nullable String country(@Nullable String defaultCountry) {
        var known = values.get(COUNTRY);
        return known != null || abroadSomewhere ? known : defaultCountry;
    }

    /** The first, then the second, unless the first ends with it. */
    private String joined(FieldKind first, FieldKind second) {
        var start = text(first);
        var end = text(second);
        if (start.isEmpty() || end.isEmpty() || start.equals(end) || start.endsWith(" " + end)) {
            return start;
        }
        return start + " " + end;
    }

    private String text(FieldKind kind) {
        return values.getOrDefault(kind, "");
    }
}
