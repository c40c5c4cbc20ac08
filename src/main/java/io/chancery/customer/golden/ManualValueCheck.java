package io.chancery.customer.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.chancery.customer.quality.CleanText;
import io.chancery.customer.quality.Countries;
import io.chancery.customer.quality.EmailAddresses;
import io.chancery.customer.quality.Languages;
import io.chancery.customer.quality.PhoneNumbers;
import io.chancery.customer.quality.Salutations;
import io.chancery.vocabulary.Attribute;
import io.chancery.vocabulary.Channel;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Brings what a steward typed into the form of the golden record, or refuses it. */
final class ManualValueCheck {

    private static final int MAX_LENGTH = 200;

    private static final List<Attribute> PARTS =
            List.of(Attribute.STREET, Attribute.POSTCODE, Attribute.CITY, Attribute.COUNTRY);

    private static final Map<Attribute, Integer> PART_LENGTHS =
            Map.of(Attribute.STREET, 120, Attribute.POSTCODE, 12, Attribute.CITY, 100, Attribute.COUNTRY, 80);

    private static final Map<Attribute, Function<String, Optional<String>>> FORMS = Map.of(
            Attribute.SALUTATION, Salutations::find,
            Attribute.TITLE, Optional::of,
            Attribute.GIVEN_NAME, Optional::of,
            Attribute.FAMILY_NAME, Optional::of,
            Attribute.BIRTH_DATE, ManualValueCheck::date,
            Attribute.LANGUAGE, Languages::find,
            Attribute.PREFERRED_CHANNEL, ManualValueCheck::channel,
            Attribute.EMAIL, EmailAddresses::normalise,
            Attribute.MOBILE, text -> number(text, true),
            Attribute.PHONE, text -> number(text, false));

    private ManualValueCheck() {}

    /** @throws InvalidValueException if it cannot be one of these */
    static JsonNode check(String name, JsonNode value) {
        return name.equals(ManualValueTable.ADDRESS) ? address(value) : TextNode.valueOf(text(attribute(name), value));
    }

    private static Attribute attribute(String name) {
        try {
            var attribute = Attribute.of(name);
            if (FORMS.containsKey(attribute)) {
                return attribute;
            }
        } catch (IllegalArgumentException e) {
            throw InvalidValueException.unknown(name);
        }
        throw InvalidValueException.unknown(name);
    }

    private static String text(Attribute attribute, JsonNode value) {
        var clean = CleanText.of(value.asText());
        if (!value.isTextual() || clean.isEmpty() || clean.length() > MAX_LENGTH) {
            throw InvalidValueException.bad("/value", "A text of 1 to " + MAX_LENGTH + " characters is needed");
        }
        var form = FORMS.getOrDefault(attribute, Optional::of);
        return form.apply(clean)
                .orElseThrow(() -> InvalidValueException.bad("/value", "Is not a usable " + attribute.code()));
    }

    /** An address is set whole, as it survives. */
    private static JsonNode address(JsonNode value) {
        var parts = PARTS.stream().map(Attribute::code).toList();
        var names = new ArrayList<String>();
        value.fieldNames().forEachRemaining(names::add);
        if (!value.isObject() || !parts.containsAll(names)) {
            throw InvalidValueException.bad("/value", "An object of street, postcode, city and country is needed");
        }
        var address = JsonNodeFactory.instance.objectNode();
        for (var part : PARTS) {
            var said = value.path(part.code());
            var text = CleanText.of(said.asText());
            if (!said.isTextual() || text.isEmpty() || text.length() > PART_LENGTHS.getOrDefault(part, MAX_LENGTH)) {
                throw InvalidValueException.bad("/value/" + part.code(), "An address needs all its parts");
            }
            address.put(part.code(), text);
        }
        var country = Countries.find(address.path("country").asText())
                .orElseThrow(() -> InvalidValueException.bad("/value/country", "Is not a country"));
        return address.put("country", country);
    }

    private static Optional<String> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> channel(String text) {
        try {
            return Optional.of(new Channel(text).name());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> number(String text, boolean mobile) {
        return PhoneNumbers.parse(text, null)
                .filter(number -> !mobile || number.mobile())
                .map(PhoneNumbers.PhoneNumber::e164);
    }
}
