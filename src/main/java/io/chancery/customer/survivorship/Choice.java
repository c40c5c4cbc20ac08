package io.chancery.customer.survivorship;

import static io.chancery.customer.quality.plausibility.Plausibility.PLACEHOLDER;
import static io.chancery.customer.quality.plausibility.Plausibility.PLAUSIBLE;
import static io.chancery.vocabulary.Attribute.CITY;
import static io.chancery.vocabulary.Attribute.EMAIL;
import static io.chancery.vocabulary.Attribute.FAMILY_NAME;
import static io.chancery.vocabulary.Attribute.GIVEN_NAME;
import static io.chancery.vocabulary.Attribute.POSTCODE;
import static io.chancery.vocabulary.Attribute.STREET;

import io.chancery.customer.quality.plausibility.Placeholders;
import io.chancery.customer.survivorship.SourceValues.Standing;
import io.chancery.vocabulary.Attribute;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Chooses, for one customer, the record that each attribute is taken from. */
final class Choice {

    /** The rule in the lineage of a value that a person set. */
    private static final String MANUAL = "manual";

    /** What a source only assumes counts where nobody says anything. */
    private static final double ASSUMED = 1e-9;

    /** A record that won, and why. */
    record Won(SourceValues from, String rule) {}

    private final List<SourceValues> sources;
    private final Rules rules;
    private final Instant newest;

    Choice(List<SourceValues> sources, Rules rules) {
        this.sources = sources;
        this.rules = rules;
        this.newest = sources.stream()
                .filter(values -> !values.origin().isSteward())
                .map(SourceValues::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** Who says what one attribute is. */
    Optional<Won> single(Attribute attribute) {
        var rule = rules.of(attribute);
        boolean isName = attribute == GIVEN_NAME || attribute == FAMILY_NAME;
        var voices = voices(attribute, keyOf(attribute));
        return manual(voices).or(() -> {
            var winner = isName && rule.strategy().addsUp()
                    ? new NameVote(voices, hints()).winner()
                    : new ValueVote(voices, rule.strategy().addsUp()).winner();
            return winner.map(voice -> new Won(voice.from(), rule.strategy().code()));
        });
    }

    private static UnaryOperator<String> keyOf(Attribute attribute) {
        return switch (attribute) {
            case GIVEN_NAME, FAMILY_NAME -> Spelling::key;
            case EMAIL -> Mailbox::key;
            default -> text -> text.toLowerCase(Locale.ROOT);
        };
    }

    /** Whose address it is. */
    Optional<Won> address() {
        var rule = rules.of(STREET);
        var voices = sources.stream()
                .filter(Choice::hasPlace)
                .filter(values -> !values.is(STREET, Standing.BOUNCED))
                .map(values -> new Voice(values, "", "", weight(values, STREET)))
                .toList();
        return manual(voices)
                .or(() -> new AddressVote(voices)
                        .winner()
                        .map(voice -> new Won(voice.from(), rule.strategy().code())));
    }

    private static boolean hasPlace(SourceValues values) {
        var postcode = values.get(POSTCODE);
        return (values.get(STREET) != null || values.get(CITY) != null || postcode != null)
                && (postcode == null || Placeholders.postcode(postcode) != PLACEHOLDER);
    }

    private List<Voice> voices(Attribute attribute, UnaryOperator<String> key) {
        return sources.stream()
                .filter(values -> counts(values, attribute))
                .map(values -> {
                    var text = values.text(attribute);
                    return new Voice(values, text, key.apply(text), weight(values, attribute));
                })
                .filter(voice -> !voice.key().isEmpty())
                .toList();
    }

    private static boolean counts(SourceValues values, Attribute attribute) {
        var text = values.get(attribute);
        return text != null && !values.is(attribute, Standing.BOUNCED) && !isPlaceholder(attribute, text);
    }

    /** What only fills a field never wins, nor do days that programs fill in; other placeholders went with the record. */
    private static boolean isPlaceholder(Attribute attribute, String text) {
        return switch (attribute) {
            case GIVEN_NAME, FAMILY_NAME -> Placeholders.name(text) == PLACEHOLDER;
            case EMAIL -> Placeholders.email(text.toLowerCase(Locale.ROOT)) == PLACEHOLDER;
            case BIRTH_DATE -> Placeholders.birthDate(LocalDate.parse(text)) != PLAUSIBLE;
            default -> false;
        };
    }

    private double weight(SourceValues values, Attribute attribute) {
        var rule = rules.of(attribute);
        double weight = rule.strategy().weight(values.trust(), Strategy.age(values.at(), newest), rule.halfLife());
        if (attribute == EMAIL) {
            return weight * Mailbox.credence(values.text(EMAIL));
        }
        return values.is(attribute, Standing.ASSUMED) ? weight * ASSUMED : weight;
    }

    /** What a steward sets stands, unless a source that is trusted more says something; then it is one voice of many. */
    private static Optional<Won> manual(List<Voice> voices) {
        Predicate<Voice> bySteward = voice -> voice.from().origin().isSteward();
        int trust = voices.stream()
                .filter(bySteward.negate())
                .mapToInt(voice -> voice.from().trust())
                .max()
                .orElse(0);
        return voices.stream()
                .filter(bySteward)
                .filter(voice -> voice.from().trust() >= trust)
                .max(Comparator.comparing(voice -> voice.from().at()))
                .map(voice -> new Won(voice.from(), MANUAL));
    }

    /** People put their names into their e-mail addresses, and seldom with typing errors. */
    private Set<String> hints() {
        var hints = new HashSet<String>();
        for (var values : sources) {
            var email = values.get(EMAIL);
            if (email != null) {
                hints.add(Spelling.key(email.substring(0, Math.max(0, email.indexOf('@'))))
                        .replace(" ", ""));
            }
        }
        return hints;
    }
}
