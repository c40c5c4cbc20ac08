package io.chancery.customer.mapping;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of one source: how its records are written and what its columns mean.
 *
 * @param format what the source delivers when a request does not say
 * @param delimiter one character, of CSV
 * @param encoding IANA name of the character set of CSV; a byte order mark overrules it
 * @param id the column with the source's own id of a record
 * @param modified when the source last changed the record
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Mapping(
        Format format,
        String delimiter,
        String encoding,
        String id,
        @Nullable TimestampMapping modified,
        Defaults defaults,
        List<FieldMapping> fields,
        List<ConsentMapping> consents) {

    /** How the records of a stream are written. */
    public enum Format {
        CSV,
        NDJSON;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Format of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What holds when a record says nothing.
     *
     * @param country ISO 3166-1 alpha-2; also the region of telephone numbers without a country code
     * @param language ISO 639-1
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Defaults(@Nullable String country, String language) {

        public Defaults {
            language = requireNonNullElse(language, "de");
        }
    }

    public Mapping {
        format = requireNonNullElse(format, Format.CSV);
        delimiter = requireNonNullElse(delimiter, ",");
        encoding = requireNonNullElse(encoding, "UTF-8");
        id = requireNonNullElse(id, "");
        defaults = requireNonNullElse(defaults, new Defaults(null, "de"));
        fields = List.copyOf(requireNonNullElse(fields, List.of()));
        consents = List.copyOf(requireNonNullElse(consents, List.of()));
    }

    /** The name of the character set of a stream that does not name one itself; JSON has no choice (RFC 8259). */
    public String encodingOf(Format delivered) {
        return delivered == Format.NDJSON ? "UTF-8" : encoding;
    }

    /** Every column that this mapping reads. A name that begins with «/» is a JSON pointer into a nested record. */
    public Set<String> columns() {
        var columns = new LinkedHashSet<String>();
        columns.add(id);
        if (modified != null) {
            columns.add(modified.column());
        }
        fields.stream().flatMap(field -> field.source().columns()).forEach(columns::add);
        consents.stream().flatMap(Mapping::columnsOf).forEach(columns::add);
        return columns;
    }

    private static Stream<String> columnsOf(ConsentMapping consent) {
        var at = consent.at();
        return Stream.of(consent.column(), at == null ? "" : at.column(), consent.topics())
                .filter(column -> !column.isEmpty());
    }
}
