package io.chancery.consent.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.consent.ConsentException;
import io.chancery.consent.Preferences;
import io.chancery.consent.QuietHours;
import io.chancery.platform.request.BodyFields;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads preferences. */
public final class PreferenceBody {

    private static final ZoneId HOME = ZoneId.of("Europe/Berlin");

    private final BodyFields fields;

    private PreferenceBody(JsonNode body) {
        this.fields = new BodyFields(body);
    }

    /**
     * Reads the body of {@code PUT …/preferences}: all of them, so that what is left out is no longer preferred.
     *
     * @param recordedBy who puts them on record
     * @throws ConsentException if anything is wrong with it
     */
    public static Preferences read(JsonNode body, Instant now, String recordedBy) {
        var reader = new PreferenceBody(body);
        var preferences = reader.preferences(now, recordedBy);
        if (!reader.fields.faults().isEmpty()) {
            throw ConsentException.invalid(reader.fields.faults());
        }
        return preferences;
    }

    private Preferences preferences(Instant now, String recordedBy) {
        fields.allow(Set.of("channels", "quietHours", "language", "source", "evidence"));
        var language = fields.text("language", 2);
        if (language != null && !language.matches("[a-z]{2}")) {
            fields.fault("language", "is not an ISO 639-1 code");
        }
        var source = fields.text("source", 200);
        var evidence = fields.text("evidence", 2000);
        var entry = new Preferences.Entry(
                source == null ? "api" : source, evidence == null ? "" : evidence, recordedBy, now);
        return new Preferences(channels(), quietHours(), language, entry);
    }

    private Map<String, Channel> channels() {
        var inner = fields.within("channels");
        var channels = new HashMap<String, Channel>();
        for (var purpose : inner.names()) {
            if (!ConsentDeclared.PURPOSES.contains(purpose)) {
                inner.fault(purpose, "is not one of " + ConsentDeclared.PURPOSES);
            }
            inner.parsed(purpose, "is not the name of a channel", Channel::new)
                    .ifPresent(channel -> channels.put(purpose, channel));
        }
        return channels;
    }

    private @Nullable QuietHours quietHours() {
        if (!fields.has("quietHours")) {
            return null;
        }
        var inner = fields.within("quietHours");
        inner.allow(Set.of("from", "to", "zone"));
        inner.required("from", 100);
        inner.required("to", 100);
        var from = inner.parsed("from", "is not a time such as 20:00", LocalTime::parse);
        var to = inner.parsed("to", "is not a time such as 08:00", LocalTime::parse);
        var zone = inner.parsed("zone", "is not the name of a time zone", ZoneId::of);
        if (from.isEmpty() || to.isEmpty()) {
            return null;
        }
        if (from.equals(to)) {
            inner.fault("to", "is the same as from");
            return null;
        }
        return new QuietHours(from.get(), to.get(), zone.orElse(HOME));
    }
}
