package io.chancery.template.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.template.TemplateSettings.CalendarEntry;
import io.chancery.template.TemplateSettings.CalendarTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What {@code template.yaml} says about the calendar, and what {@code brand.yaml} says about its time zone. */
final class CalendarSource {

    private CalendarSource() {}

    static @Nullable CalendarEntry read(@Nullable JsonNode calendar) {
        return calendar == null
                ? null
                : new CalendarEntry(
                        TemplateSource.texts(calendar.path("summary")),
                        TemplateSource.texts(calendar.path("location")),
                        TemplateSource.texts(calendar.path("description")),
                        new CalendarTime(
                                calendar.path("start").asText(),
                                calendar.path("end").asText(),
                                calendar.path("duration").asText(),
                                calendar.path("zone").asText()),
                        calendar.path("if").asText(),
                        calendar.path("answer").asBoolean());
    }

    /** Adds a fault if an entry ends in two ways, or in a time zone that there is not. */
    static void check(YamlFile yaml) {
        var calendar = yaml.root().path("calendar");
        if (calendar.has("end") && calendar.has("duration")) {
            yaml.fault("/calendar/duration", "stands beside an end, and one of them is enough");
        }
        checkZone(yaml, "/calendar/zone");
    }

    static void checkZone(YamlFile yaml, String pointer) {
        var zone = yaml.root().at(pointer);
        if (!zone.isMissingNode() && !ZoneId.getAvailableZoneIds().contains(zone.asText())) {
            yaml.fault(pointer, "is not the name of a time zone, such as Europe/Berlin");
        }
    }
}
