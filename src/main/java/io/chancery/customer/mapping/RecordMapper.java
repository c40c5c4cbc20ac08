package io.chancery.customer.mapping;

import io.chancery.customer.mapping.MappedRecord.Statement;
import io.chancery.customer.quality.CleanText;
import io.chancery.platform.stream.RawRecord;
import io.chancery.vocabulary.ConsentDeclared;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Applies one mapping to many records. Immutable; of any number of threads. */
public final class RecordMapper {

    /** Goes up when the same record would come out differently, so that loading a file again brings it up to date. */
    public static final int REVISION = 3;

    private static final String DELETED = "_deleted";

    private record Moment(String column, DatePattern pattern, ZoneId zone) {

        static @Nullable Moment of(@Nullable TimestampMapping mapping) {
            return mapping == null
                    ? null
                    : new Moment(mapping.column(), DatePattern.of(mapping.pattern()), ZoneId.of(mapping.zone()));
        }
    }

    private record Consent(
            ConsentMapping mapping,
            Map<String, ConsentDeclared.Status> values,
            @Nullable Moment at) {

        static Consent of(ConsentMapping mapping) {
            var values = mapping.values().entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().toLowerCase(Locale.ROOT),
                            Map.Entry::getValue,
                            RecordMapper::stricter));
            return new Consent(mapping, values, Moment.of(mapping.at()));
        }
    }

    private final Mapping mapping;
    private final Clock clock;
    private final List<MappedField> fields;
    private final @Nullable Moment modified;
    private final List<Consent> consents;

    /** @throws RuntimeException if the mapping did not pass {@link MappingCheck} */
    public RecordMapper(Mapping mapping, Clock clock) {
        this.mapping = mapping;
        this.clock = clock;
        this.fields = mapping.fields().stream().map(MappedField::of).toList();
        this.modified = Moment.of(mapping.modified());
        this.consents = mapping.consents().stream().map(Consent::of).toList();
    }

    /** The source's own id of the record; empty when it has none. */
    public String id(RawRecord raw) {
        return CleanText.of(raw.text(mapping.id()));
    }

    /** Whether this is no record but the news that there is none any more: JSON's own mark, or a field of that kind. */
    public boolean isDeletion(RawRecord raw) {
        return raw.columns().path(DELETED).booleanValue()
                || fields.stream()
                        .filter(field -> field.kind() == FieldKind.DELETED)
                        .anyMatch(field -> "true".equalsIgnoreCase(field.text(raw)));
    }

    /** When the source changed the record; empty if it does not say, or not so that it can be read. */
    public Optional<Instant> modified(RawRecord raw) {
        return instant(modified, raw, new ArrayList<>());
    }

    /**
     * What the record says.
     *
     * @param notes takes what had to be dropped
     */
    public MappedRecord map(RawRecord raw, List<Note> notes) {
        var draft = new Draft(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), notes);
        fields.forEach(field -> field.apply(draft, raw));
        var defaults = mapping.defaults();
        var changed = instant(modified, raw, notes);
        return new MappedRecord(
                draft.name(),
                draft.identity(),
                draft.language(defaults.language()),
                draft.preferred(),
                draft.place(defaults.country()),
                draft.reach(defaults.country()),
                changed.orElse(null),
                consents.stream()
                        .flatMap(consent -> statements(consent, raw, changed, notes))
                        .toList());
    }

    private Stream<Statement> statements(Consent consent, RawRecord raw, Optional<Instant> changed, List<Note> notes) {
        var column = consent.mapping().column();
        var said = CleanText.of(raw.text(column));
        if (said.isEmpty()) {
            return Stream.empty();
        }
        var status = status(consent, said, notes);
        var at = instant(consent.at(), raw, notes).or(() -> changed).orElse(null);
        var topics = topics(consent.mapping(), raw);
        var evidence = evidence(consent, raw);
        return scopes(consent.mapping(), status).map(scope -> new Statement(scope, status, at, topics, evidence));
    }

    /** An objection is to all advertising and a restriction or a death is of everything, whatever the channels of the column. */
    private static Stream<ConsentDeclared.Scope> scopes(ConsentMapping mapping, ConsentDeclared.Status status) {
        if (status == ConsentDeclared.Status.OBJECTED) {
            return Stream.of(ConsentDeclared.Scope.ADVERTISING);
        }
        return status == ConsentDeclared.Status.RESTRICTED || status == ConsentDeclared.Status.DECEASED
                ? Stream.of(ConsentDeclared.Scope.EVERYTHING)
                : mapping.channels().stream().map(channel -> new ConsentDeclared.Scope(channel, mapping.purpose()));
    }

    /** A word that we do not know may be a withdrawal, so it never counts as more than unconfirmed. */
    private static ConsentDeclared.Status status(Consent consent, String said, List<Note> notes) {
        var status = consent.values().get(said.toLowerCase(Locale.ROOT));
        if (status == null) {
            notes.add(new Note(
                    "bad-consent", consent.mapping().column(), "Not one of the mapping's values: taken as pending"));
            return ConsentDeclared.Status.PENDING;
        }
        return status;
    }

    private static List<String> topics(ConsentMapping consent, RawRecord raw) {
        if (consent.topics().isEmpty()) {
            return List.of();
        }
        return Arrays.stream(raw.text(consent.topics()).split(Pattern.quote(consent.separator()), 50))
                .map(CleanText::of)
                .filter(topic -> !topic.isEmpty() && topic.length() <= 50)
                .toList();
    }

    /** The source's own words, so that they can be shown to whoever asks for proof. */
    private static String evidence(Consent consent, RawRecord raw) {
        var column = consent.mapping().column();
        var at = consent.at();
        var when = at == null ? "" : ", " + at.column() + " = " + shortened(raw.text(at.column()));
        return column + " = " + shortened(raw.text(column)) + when;
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200);
    }

    private Optional<Instant> instant(@Nullable Moment moment, RawRecord raw, List<Note> notes) {
        if (moment == null) {
            return Optional.empty();
        }
        var text = CleanText.of(raw.text(moment.column()));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var instant = moment.pattern().instant(text, moment.zone()).filter(at -> !at.isAfter(clock.instant()));
        if (instant.isEmpty()) {
            notes.add(new Note("bad-timestamp", moment.column(), "Not a past time in the pattern of this column"));
        }
        return instant;
    }

    private static ConsentDeclared.Status stricter(ConsentDeclared.Status first, ConsentDeclared.Status second) {
        return first.compareTo(second) >= 0 ? first : second;
    }
}
