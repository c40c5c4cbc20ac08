package io.chancery.customer.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.chancery.customer.quality.ChannelNames;
import io.chancery.customer.quality.Countries;
import io.chancery.customer.quality.EmailAddresses;
import io.chancery.customer.quality.Languages;
import io.chancery.customer.quality.Locations;
import io.chancery.customer.quality.PersonNames;
import io.chancery.customer.quality.Salutations;
import io.chancery.customer.quality.address.line.AddressLines;
import io.chancery.vocabulary.Channel;
import java.util.Locale;

/** What a field can mean. Each kind normalises its text and drops, with a note, what cannot be used. */
public enum FieldKind {
    FULL_NAME(200, (draft, text, field) -> draft.putName(PersonNames.parse(text))),
    SALUTATION(
            40,
            (draft, text, field) ->
                    draft.put(field.kind(), Salutations.find(text).orElse(""))),
    TITLE(60, Draft::putAsIs),
    GIVEN_NAME(100, Draft::putAsIs),
    /** Further given names; they follow the first one. */
    MIDDLE_NAME(100, Draft::putAsIs),
    FAMILY_NAME(100, Draft::putAsIs),
    /** The family name before marriage. */
    BIRTH_NAME(100, Draft::putAsIs),
    /** The name of a firm, club or authority; it is the customer's name if the record names no person. */
    ORGANISATION(200, Draft::putAsIs),
    BIRTH_DATE(40, Draft::putBirthDate),
    STREET(120, Draft::putAsIs),
    /** Follows the street, if that does not end with it already. */
    HOUSE_NUMBER(20, Draft::putAsIs),
    /** A whole address in one line: street, postcode, city and country as far as they can be told apart. */
    ADDRESS(300, (draft, text, field) -> draft.putAddress(AddressLines.parse(text))),
    POSTCODE(12, (draft, text, field) -> draft.put(field.kind(), Locations.postcode(text))),
    CITY(80, Draft::putAsIs),
    /** Postcode and city in one line. */
    LOCATION(100, (draft, text, field) -> draft.putLocation(Locations.parse(text))),
    COUNTRY(80, (draft, text, field) -> draft.putCountry(Countries.find(text), field)),
    /** With or without a name before it. */
    EMAIL(
            EmailAddresses.MAX_LENGTH,
            (draft, text, field) -> draft.putFound(EmailAddresses.normalise(EmailAddresses.withoutName(text)), field)),
    /** Mobile or not: the numbering plan decides. */
    PHONE(60, Draft::putPhone),
    /** What another system or an authority calls the customer; the field's scheme says who. All of them count. */
    IDENTIFIER(100, Draft::putIdentifier),
    LANGUAGE(40, (draft, text, field) -> draft.putFound(Languages.find(text), field)),
    PREFERRED_CHANNEL(
            20, (draft, text, field) -> draft.putFound(ChannelNames.find(text).map(Channel::name), field)),
    /** «true»: the source has deleted the record. Says nothing about the customer. */
    DELETED(20, (draft, text, field) -> {});

    /** How a text becomes part of the draft. */
    @FunctionalInterface
    interface Effect {
        void apply(Draft draft, String text, MappedField field);
    }

    private final int maxLength;
    private final Effect effect;

    FieldKind(int maxLength, Effect effect) {
        this.maxLength = maxLength;
        this.effect = effect;
    }

    void apply(Draft draft, String text, MappedField field) {
        if (text.length() > maxLength) {
            draft.note("value-too-long", field.label(), "Longer than " + maxLength + " characters");
            return;
        }
        effect.apply(draft, text, field);
    }

    /** The wire form: lower case, with hyphens. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static FieldKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
