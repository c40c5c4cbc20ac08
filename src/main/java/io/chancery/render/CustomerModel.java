package io.chancery.render;

import io.chancery.render.data.DataModel;
import io.chancery.render.language.Shape;
import io.chancery.render.words.Salutations;
import io.chancery.vocabulary.Attribute;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.PersonName;
import io.chancery.vocabulary.PostalAddress;
import io.chancery.vocabulary.Purpose;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The golden-record view as {@code customer}: the names that templates have for its attributes, and what they say. */
final class CustomerModel {

    private static final String HOME = "DE";
    private static final Set<String> SWISS_ADDRESSES = Set.of("CH", "LI");

    /** What each name reads of the golden record. */
    private static final Map<String, List<Attribute>> READS = Map.ofEntries(
            Map.entry("ucid", List.of(Attribute.UCID)),
            Map.entry("language", List.of(Attribute.LANGUAGE)),
            Map.entry("preferredChannel", List.of(Attribute.PREFERRED_CHANNEL)),
            Map.entry("greeting", List.of(Attribute.SALUTATION, Attribute.TITLE, Attribute.FAMILY_NAME)),
            Map.entry("salutation", List.of(Attribute.SALUTATION)),
            Map.entry("title", List.of(Attribute.TITLE)),
            Map.entry("givenName", List.of(Attribute.GIVEN_NAME)),
            Map.entry("familyName", List.of(Attribute.FAMILY_NAME)),
            Map.entry("name", List.of(Attribute.TITLE, Attribute.GIVEN_NAME, Attribute.FAMILY_NAME)),
            Map.entry("birthDate", List.of(Attribute.BIRTH_DATE)),
            Map.entry("email", List.of(Attribute.EMAIL)),
            Map.entry("mobile", List.of(Attribute.MOBILE)),
            Map.entry("phone", List.of(Attribute.PHONE)),
            Map.entry("address", List.copyOf(Attribute.ADDRESS)));

    /** The names that each purpose may not read. */
    private static final Map<Purpose, Set<String>> FORBIDDEN = Stream.of(Purpose.values())
            .collect(Collectors.toUnmodifiableMap(
                    purpose -> purpose,
                    purpose -> READS.keySet().stream()
                            .filter(name -> findForbidden(name, purpose).isPresent())
                            .collect(Collectors.toUnmodifiableSet())));

    private static final Shape ADDRESS =
            Shape.fields(Map.of("lines", new Shape.Items(Shape.PLAIN))).with("street", "postcode", "city", "country");

    private final RenderRequest request;
    private final Map<String, Object> brand;

    private CustomerModel(RenderRequest request, Map<String, Object> brand) {
        this.request = request;
        this.brand = brand;
    }

    /** What a source reads of the golden record: every name that stands behind {@code customer.} in it. */
    static Set<Attribute> read(String source) {
        return READS.entrySet().stream()
                .filter(entry -> isNamed(entry.getKey(), source))
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isNamed(String name, String source) {
        var reference = "customer." + name;
        for (int at = source.indexOf(reference); at >= 0; at = source.indexOf(reference, at + 1)) {
            int end = at + reference.length();
            if (end == source.length() || !Character.isJavaIdentifierPart(source.charAt(end))) {
                return true;
            }
        }
        return false;
    }

    /** Without what is not known, and without what the purpose of the template may not read. */
    static Map<String, Object> values(RenderRequest request, Map<String, Object> brand) {
        var values = new CustomerModel(request, brand).values();
        FORBIDDEN
                .getOrDefault(request.template().settings().purpose(), Set.of())
                .forEach(values::remove);
        return Collections.unmodifiableMap(values);
    }

    /** What a template with this purpose may name. */
    static Shape shape(Purpose purpose) {
        return shape(purpose, "this one is to " + purpose.code());
    }

    /** What advertising in any template may name, and what decides about it. */
    static Shape advertised() {
        return shape(Purpose.PROMOTE, "{#promote} and what decides about it is advertising");
    }

    private static Shape shape(Purpose purpose, String reader) {
        return Shape.fields(
                READS.keySet().stream().collect(Collectors.toMap(name -> name, name -> shape(name, purpose, reader))));
    }

    private static Shape shape(String name, Purpose purpose, String reader) {
        var forbidden = findForbidden(name, purpose);
        if (forbidden.isPresent()) {
            return refused(forbidden.get(), reader);
        }
        return name.equals("address") ? ADDRESS : Shape.PLAIN;
    }

    private static Optional<Attribute> findForbidden(String name, Purpose purpose) {
        return READS.getOrDefault(name, List.of()).stream()
                .filter(attribute -> !attribute.isReadableFor(purpose))
                .findFirst();
    }

    private static Shape refused(Attribute attribute, String reader) {
        var allowed = attribute.purposes().stream().map(Purpose::code).sorted().collect(Collectors.joining(" or "));
        return new Shape.Refused("it is " + attribute.category().code() + ", and only a message with the purpose "
                + allowed + " may read it; " + reader);
    }

    private Map<String, Object> values() {
        var recipient = request.recipient();
        var name = recipient.name();
        var customer = new LinkedHashMap<String, Object>();
        customer.put("ucid", recipient.ucid().text());
        customer.put("language", recipient.language());
        put(customer, "preferredChannel", recipient.preferred(), Channel::name);
        customer.put("greeting", printable(Salutations.greeting(name, request.language())));
        customer.put("salutation", name.salutation());
        customer.put("title", printable(name.title()));
        customer.put("givenName", printable(name.given()));
        customer.put("familyName", printable(name.family()));
        customer.put("name", printable(name.full()));
        put(customer, "birthDate", recipient.birthDate(), date -> date);
        put(customer, "email", recipient.email(), CustomerModel::printable);
        put(customer, "mobile", recipient.mobile(), CustomerModel::printable);
        put(customer, "phone", recipient.contact().phone(), CustomerModel::printable);
        put(customer, "address", recipient.address(), address -> address(name, address));
        return customer;
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
        boolean swiss = SWISS_ADDRESSES.contains(address.country());
        return Stream.of(
                        german ? Salutations.onEnvelope(name, swiss) : "",
                        name.full(),
                        address.street(),
                        address.postcode() + " " + address.city(),
                        address.country().equals(home()) ? "" : countryName(address.country()))
                .filter(line -> !line.isBlank())
                .map(CustomerModel::printable)
                .toList();
    }

    /** Postal rule: in a language of the country where the letter is posted. */
    private static String countryName(String country) {
        return new Locale("", country).getDisplayCountry(Locale.GERMAN).toUpperCase(Locale.GERMAN);
    }

    private Object home() {
        return brand.get("sender") instanceof Map<?, ?> sender && sender.get("country") != null
                ? sender.get("country")
                : HOME;
    }

    private static <T> void put(Map<String, Object> map, String name, @Nullable T value, Function<T, Object> written) {
        if (value != null) {
            map.put(name, written.apply(value));
        }
    }

    private static String printable(String text) {
        return DataModel.printable(text);
    }
}
