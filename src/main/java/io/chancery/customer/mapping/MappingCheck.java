package io.chancery.customer.mapping;

import io.chancery.customer.quality.Countries;
import io.chancery.customer.quality.Languages;
import io.chancery.platform.Fault;
import io.chancery.vocabulary.ConsentDeclared;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with a mapping, so that no import stumbles over it later. */
public final class MappingCheck {

    private static final Pattern SCHEME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final List<Fault> faults = new ArrayList<>();

    private MappingCheck() {}

    /** One fault for each thing that is wrong, with pointers below {@code /mapping}. */
    public static List<Fault> faultsOf(Mapping mapping) {
        var check = new MappingCheck();
        check.layout(mapping);
        check.defaults(mapping.defaults());
        check.timestamp("/mapping/modified", mapping.modified());
        for (int i = 0; i < mapping.fields().size(); i++) {
            check.field("/mapping/fields/" + i, mapping.fields().get(i));
        }
        for (int i = 0; i < mapping.consents().size(); i++) {
            check.consent("/mapping/consents/" + i, mapping.consents().get(i));
        }
        return check.faults;
    }

    private void layout(Mapping mapping) {
        require(!mapping.id().isBlank(), "/mapping/id", "The column with the record's id is needed");
        boolean delimiter = mapping.delimiter().length() == 1
                && "\"\r\n".indexOf(mapping.delimiter().charAt(0)) < 0;
        require(delimiter, "/mapping/delimiter", "One character is needed, and neither quote nor line break");
        require(isCharset(mapping.encoding()), "/mapping/encoding", "Not the name of a character set");
        require(!mapping.fields().isEmpty(), "/mapping/fields", "At least one field is needed");
    }

    private void defaults(Mapping.Defaults defaults) {
        var country = defaults.country();
        boolean knownCountry = country == null
                || Countries.find(country).filter(country::equals).isPresent();
        require(knownCountry, "/mapping/defaults/country", "Not an ISO 3166-1 alpha-2 code");
        var language = defaults.language();
        boolean knownLanguage =
                Languages.find(language).filter(language::equals).isPresent();
        require(knownLanguage, "/mapping/defaults/language", "Not an ISO 639-1 code");
    }

    private void field(String pointer, FieldMapping field) {
        require(field.kind() != null, pointer + "/kind", "A kind is needed");
        long origins = Stream.of(field.column(), field.template(), field.constant())
                .filter(Objects::nonNull)
                .count();
        require(origins == 1, pointer, "Exactly one of column, template and constant is needed");
        var column = field.column();
        require(column == null || !column.isBlank(), pointer + "/column", "A column has a name");
        boolean total = field.kind() == FieldKind.DELETED
                && (column == null || !field.fallback().isEmpty());
        require(!total, pointer, "Only a column can say that a record is deleted");
        pattern(pointer, field.pattern());
        scheme(pointer + "/scheme", field);
    }

    private void scheme(String pointer, FieldMapping field) {
        var scheme = field.scheme();
        boolean identifier = field.kind() == FieldKind.IDENTIFIER;
        require(identifier || scheme == null, pointer, "Only an identifier has a scheme");
        boolean named = scheme != null && SCHEME.matcher(scheme).matches();
        require(!identifier || named, pointer, "An identifier needs a scheme: letters, digits and hyphens, at most 40");
    }

    private void consent(String pointer, ConsentMapping consent) {
        require(!consent.column().isBlank(), pointer + "/column", "A column is needed");
        require(!consent.values().isEmpty(), pointer + "/values", "At least one value is needed");
        boolean sayable = consent.values().values().stream().allMatch(ConsentDeclared.Status::isForSources);
        require(sayable, pointer + "/values", "Only the customer lifts an objection or a restriction, not a source");
        boolean purpose = ConsentDeclared.PURPOSES.contains(consent.purpose());
        require(purpose, pointer + "/purpose", "Not one of " + ConsentDeclared.PURPOSES);
        require(!consent.channels().isEmpty(), pointer + "/channels", "At least one channel is needed");
        require(!consent.separator().isEmpty(), pointer + "/separator", "A separator is not empty");
        timestamp(pointer + "/at", consent.at());
    }

    private void timestamp(String pointer, @Nullable TimestampMapping timestamp) {
        if (timestamp == null) {
            return;
        }
        require(!timestamp.column().isBlank(), pointer + "/column", "A column is needed");
        require(isZone(timestamp.zone()), pointer + "/zone", "Not the name of a time zone");
        pattern(pointer, timestamp.pattern());
    }

    private void pattern(String pointer, @Nullable String pattern) {
        try {
            DatePattern.of(pattern);
        } catch (IllegalArgumentException e) {
            require(false, pointer + "/pattern", "Not a pattern for dates and times");
        }
    }

    private void require(boolean fulfilled, String pointer, String detail) {
        if (!fulfilled) {
            faults.add(new Fault(pointer, detail));
        }
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    private static boolean isZone(String name) {
        try {
            return ZoneId.of(name) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
