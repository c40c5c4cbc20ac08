package io.chancery.message.archive.query;

import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.Purpose;
import io.chancery.vocabulary.Reason;
import io.chancery.vocabulary.Ucid;
import io.chancery.vocabulary.words.RecipientKey;
import io.chancery.vocabulary.words.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the archive can be searched by, and how the values of each are written. */
public enum QueryKey {
    CUSTOMER(text -> new Ucid(text).text(), "is not a UCID"),
    SOURCE(UnaryOperator.identity(), ""),
    RECORD(UnaryOperator.identity(), ""),
    REFERENCE(UnaryOperator.identity(), ""),
    TEMPLATE(QueryKey::template, "is not the key of a template"),
    VERSION(QueryKey::number, "is not the number of a version"),
    CLASS(
            text -> MessageClass.of(text).code(),
            oneOf(Stream.of(MessageClass.values()).map(MessageClass::code))),
    PURPOSE(text -> Purpose.of(text).code(), oneOf(Stream.of(Purpose.values()).map(Purpose::code))),
    CHANNEL(text -> new Channel(text).name(), "is not the name of a channel"),
    STATUS(
            text -> DeliveryStatus.of(text).code(),
            oneOf(Stream.of(DeliveryStatus.values()).map(DeliveryStatus::code))),
    REASON(text -> Reason.of(text).code(), oneOf(Stream.of(Reason.values()).map(Reason::code))),
    FROM(text -> SearchDate.beginning(text).toString(), SearchDate.FAULT),
    TO(text -> SearchDate.end(text).toString(), SearchDate.FAULT),
    PROVIDER_ID(UnaryOperator.identity(), ""),
    RECIPIENT(text -> found(RecipientKey.of(text)), "is no mail address, number (+49…) or postcode and street"),
    RUN(text -> UUID.fromString(text).toString(), "is not the id of a run"),
    TEST(QueryKey::flag, "must be true or false"),
    TEXT(QueryKey::words, "has no letter and no digit");

    static final int LONGEST_VALUE = 300;

    private final UnaryOperator<String> reader;
    private final String fault;

    /**
     * @param reader makes the one form of a value, or throws {@link IllegalArgumentException}
     * @param fault what is wrong then
     */
    QueryKey(UnaryOperator<String> reader, String fault) {
        this.reader = reader;
        this.fault = fault;
    }

    /** As it stands before the colon. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The query parameter that means the same. */
    String parameter() {
        return this == PROVIDER_ID ? "providerId" : code();
    }

    /** The key with this code. */
    public static Optional<QueryKey> of(String code) {
        return Arrays.stream(values())
                .filter(key -> key.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static String known() {
        return Arrays.stream(values()).map(QueryKey::code).collect(Collectors.joining(", "));
    }

    /** Whether its values are ids and codes, and no words about people. */
    public boolean isImpersonal() {
        return this != RECIPIENT && this != TEXT;
    }

    /** Whether it can be asked for what does not have the value. */
    boolean canExclude() {
        return switch (this) {
            case TEMPLATE, VERSION, CLASS, PURPOSE, CHANNEL, STATUS, REASON, TEXT -> true;
            default -> false;
        };
    }

    /**
     * The value in the one form that is looked for.
     *
     * @throws IllegalArgumentException with what is wrong with it
     */
    String read(String value) {
        if (value.isBlank() || value.length() > LONGEST_VALUE) {
            throw new IllegalArgumentException("must have 1 to " + LONGEST_VALUE + " characters");
        }
        if (!value.codePoints().allMatch(QueryKey::isCharacter)) {
            throw new IllegalArgumentException("contains a control character");
        }
        try {
            return reader.apply(value.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(fault, e);
        }
    }

    /** Neither control nor half of a character: no database takes these. */
    private static boolean isCharacter(int c) {
        return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }

    private static String template(String text) {
        return matching(text, "[a-z][a-z0-9-]{0,62}");
    }

    private static String number(String text) {
        return matching(text, "[1-9][0-9]{0,8}");
    }

    private static String flag(String text) {
        return matching(text, "true|false");
    }

    private static String matching(String text, String pattern) {
        return found(text.matches(pattern) ? text : "");
    }

    private static String words(String text) {
        return Words.of(text).isEmpty() ? found("") : text;
    }

    private static String found(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    private static String oneOf(Stream<String> codes) {
        return codes.collect(Collectors.joining(", ", "must be one of ", ""));
    }
}
