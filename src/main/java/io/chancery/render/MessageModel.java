package io.chancery.render;

import io.chancery.render.data.DataModel;
import io.chancery.render.data.Totals;
import io.chancery.render.invoice.PaymentCodes;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.PersonName;
import io.chancery.vocabulary.PostalAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything an author can name: {@code data}, {@code totals}, {@code customer}, {@code message}, {@code brand},
 * {@code payment}.
 */
final class MessageModel {

    private static final String HOME = "DE";

    private final RenderRequest request;
    private final ParsedVersion version;

    MessageModel(RenderRequest request, ParsedVersion version) {
        this.request = request;
        this.version = version;
    }

    Map<String, Object> values(Channel channel) {
        var data = version.dataModel().values(request.data());
        var values = new LinkedHashMap<String, Object>();
        values.put("data", data);
        var priced = request.template().settings().totals();
        if (priced != null) {
            values.put("totals", new Totals(priced).of(data));
        }
        values.put("customer", customer());
        values.put("message", message(channel));
        values.put("brand", version.brand());
        values.put("payment", PaymentCodes.of(request, values));
        return values;
    }

    private Map<String, Object> message(Channel channel) {
        return Map.of(
                "reference", request.reference(),
                "date", request.date(),
                "language", request.language(),
                "class", request.template().settings().messageClass().code(),
                "purpose", request.template().settings().purpose().code(),
                "channel", channel.name());
    }

    private Map<String, Object> customer() {
        var recipient = request.recipient();
        var name = recipient.name();
        var customer = new LinkedHashMap<String, Object>();
        customer.put("ucid", recipient.ucid().text());
        customer.put("language", recipient.language());
        customer.put("greeting", printable(Salutations.greeting(name, request.language())));
        customer.put("salutation", name.salutation());
        customer.put("title", printable(name.title()));
        customer.put("givenName", printable(name.given()));
        customer.put("familyName", printable(name.family()));
        customer.put("name", printable(name.full()));
        put(customer, "email", recipient.email());
        put(customer, "mobile", recipient.mobile());
        var address = recipient.address();
        if (address != null) {
            customer.put("address", address(name, address));
        }
        return Collections.unmodifiableMap(customer);
    }

    private Map<String, Object> address(PersonName name, PostalAddress address) {
        return Map.of(
                "street", printable(address.street()),
                "postcode", printable(address.postcode()),
                "city", printable(address.city()),
                "country", address.country(),
                "lines", lines(name, address));
    }

    /** As it stands on the envelope; a letter that goes abroad names the country last, in capitals. */
    private List<String> lines(PersonName name, PostalAddress address) {
        boolean german = request.language().equals("de");
        boolean swiss = LetterForm.of(request.recipient()) == LetterForm.SWISS_RIGHT;
        return Stream.of(
                        german ? Salutations.onEnvelope(name, swiss) : "",
                        name.full(),
                        address.street(),
                        address.postcode() + " " + address.city(),
                        address.country().equals(home()) ? "" : countryName(address.country()))
                .filter(line -> !line.isBlank())
                .map(MessageModel::printable)
                .toList();
    }

    /** Postal rule: in a language of the country where the letter is posted. */
    private static String countryName(String country) {
        return new Locale("", country).getDisplayCountry(Locale.GERMAN).toUpperCase(Locale.GERMAN);
    }

    private Object home() {
        return version.brand().get("sender") instanceof Map<?, ?> sender && sender.get("country") != null
                ? sender.get("country")
                : HOME;
    }

    private static void put(Map<String, Object> map, String name, @Nullable String value) {
        if (value != null) {
            map.put(name, printable(value));
        }
    }

    private static String printable(String text) {
        return DataModel.printable(text);
    }
}
