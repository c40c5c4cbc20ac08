package io.chancery.web.preference;

import io.chancery.consent.Preferences;
import io.chancery.consent.QuietHours;
import io.chancery.consent.SelfService.Wish;
import io.chancery.vocabulary.Channel;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What came back from the form: our own fields with our own values, or none of ours. */
final class PreferenceForm {

    private static final Map<String, Channel> CHANNELS =
            Map.of("email", Channel.EMAIL, "sms", Channel.SMS, "print", Channel.PRINT);
    private static final Set<String> PURPOSES = Set.of("marketing", "service");

    private final MultivaluedMap<String, String> fields;
    private final Preferences before;
    private final ZoneId zone;

    /**
     * @param before what holds for all that the form does not ask
     * @param zone of the times, if the customer has none yet
     */
    PreferenceForm(MultivaluedMap<String, String> fields, Preferences before, ZoneId zone) {
        this.fields = fields;
        this.before = before;
        this.zone = zone;
    }

    Wish wish() {
        var chosen = fields.keySet().stream()
                .filter(name -> name.startsWith("choice-"))
                .map(name -> name.substring("choice-".length()))
                .collect(Collectors.toSet());
        return new Wish(chosen, new Preferences(channels(), quietHours(), language(), null));
    }

    private Map<String, Channel> channels() {
        var channels = new HashMap<>(before.channels());
        for (var purpose : PURPOSES) {
            var name = text("preferred-" + purpose);
            var channel = CHANNELS.get(name);
            if (name.isEmpty()) {
                channels.remove(purpose);
            } else if (channel == null) {
                throw new BadRequestException();
            } else {
                channels.put(purpose, channel);
            }
        }
        return channels;
    }

    private @Nullable String language() {
        var language = text("language");
        if (language.isEmpty()) {
            return before.language();
        }
        if (!language.matches("[a-z]{2}")) {
            throw new BadRequestException();
        }
        return language;
    }

    private @Nullable QuietHours quietHours() {
        var from = text("quiet-from");
        var to = text("quiet-to");
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return null;
        }
        try {
            var quiet = before.quietHours();
            return new QuietHours(LocalTime.parse(from), LocalTime.parse(to), quiet == null ? zone : quiet.zone());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new BadRequestException(e);
        }
    }

    private String text(String name) {
        var text = fields.getFirst(name);
        return text == null ? "" : text.strip();
    }
}
