package io.chancery.vocabulary;

import static io.chancery.vocabulary.Purpose.ADVISE;
import static io.chancery.vocabulary.Purpose.INFORM;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What the golden-record view says about a customer, how delicate that is, and which purposes may read it. */
public enum Attribute {
    UCID(Category.NEUTRAL, EnumSet.allOf(Purpose.class)),
    LANGUAGE(Category.NEUTRAL, EnumSet.allOf(Purpose.class)),
    PREFERRED_CHANNEL(Category.NEUTRAL, EnumSet.allOf(Purpose.class)),
    SALUTATION(Category.PERSONAL, EnumSet.allOf(Purpose.class)),
    TITLE(Category.PERSONAL, EnumSet.allOf(Purpose.class)),
    GIVEN_NAME(Category.PERSONAL, EnumSet.allOf(Purpose.class)),
    FAMILY_NAME(Category.PERSONAL, EnumSet.allOf(Purpose.class)),
    /** Needed to advise, and in contracts; an advertisement that counts years is not what it was given for. */
    BIRTH_DATE(Category.SENSITIVE, EnumSet.of(INFORM, ADVISE)),
    STREET(Category.PERSONAL, EnumSet.allOf(Purpose.class)),
    POSTCODE(Category.PERSONAL, EnumSet.allOf(Purpose.class)),
    CITY(Category.PERSONAL, EnumSet.allOf(Purpose.class)),
    COUNTRY(Category.PERSONAL, EnumSet.allOf(Purpose.class)),
    EMAIL(Category.PERSONAL, EnumSet.allOf(Purpose.class)),
    MOBILE(Category.PERSONAL, EnumSet.allOf(Purpose.class)),
    PHONE(Category.PERSONAL, EnumSet.allOf(Purpose.class));

    /** The version of the golden-record view: goes up when an attribute comes, goes or changes its meaning. */
    public static final int VIEW_VERSION = 2;

    /** What an address is made of; it survives as a whole. */
    public static final Set<Attribute> ADDRESS = Set.copyOf(EnumSet.of(STREET, POSTCODE, CITY, COUNTRY));

    /** How much harm it does in the wrong hands, the least first. */
    public enum Category {
        /** Says nothing about the person. */
        NEUTRAL,
        PERSONAL,
        SENSITIVE,
        /** GDPR Art. 9: health, belief, origin. The view has none so far. */
        SPECIAL;

        /** The wire form, lower case. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Category category;
    private final Set<Purpose> purposes;
    private final String code;

    Attribute(Category category, Set<Purpose> purposes) {
        this.category = category;
        this.purposes = Set.copyOf(purposes);
        this.code = camelCase(name());
    }

    private static String camelCase(String name) {
        var code = new StringBuilder();
        boolean upper = false;
        for (char c : name.toCharArray()) {
            if (c == '_') {
                upper = true;
            } else {
                code.append(upper ? c : Character.toLowerCase(c));
                upper = false;
            }
        }
        return code.toString();
    }

    public Category category() {
        return category;
    }

    /** Whether a message with this purpose may read it. */
    public boolean isReadableFor(Purpose purpose) {
        return purposes.contains(purpose);
    }

    /** The purposes that may read it. */
    public Set<Purpose> purposes() {
        return purposes;
    }

    /** The wire form, and the name in templates: camelCase. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The name in the view {@code golden_record}. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if the view has no such attribute */
    @JsonCreator
    public static Attribute of(String code) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not an attribute of the golden record"));
    }
}
