package io.chancery.render.calendar;

import io.chancery.render.Composition;
import io.chancery.render.RenderException;
import io.chancery.render.data.Condition;
import io.chancery.template.TemplateSettings.CalendarEntry;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a message says for the customer's calendar.
 *
 * @param summary on one line
 * @param location on one line; may be empty
 * @param description may be empty
 * @param answer whether the customer is asked to accept or decline
 */
public record Invitation(String summary, String location, String description, Span span, boolean answer) {

    /** Also marks that turn the direction of reading, and what a reader could take for the end of a line. */
    private static final String UNSEEN = "[\\p{C}\\p{Z}&&[^\\u200D]]+";

    /**
     * The entry that the template asks for; empty if it asks for none, or not for this customer.
     *
     * @throws RenderException if it says nothing, or its times make no sense
     */
    public static Optional<Invitation> find(Composition composition) {
        return Optional.ofNullable(
                        composition.request().template().settings().extras().calendar())
                .filter(entry -> new Condition(entry.condition()).holds(composition::line))
                .map(entry -> of(entry, composition));
    }

    private static Invitation of(CalendarEntry entry, Composition composition) {
        var summary = line(entry.summary(), composition);
        if (summary.isEmpty()) {
            throw new RenderException("calendar.summary says nothing");
        }
        return new Invitation(
                summary,
                line(entry.location(), composition),
                lines(entry.description(), composition),
                Span.of(entry.time(), composition::line, () -> zone(entry, composition)),
                entry.answer());
    }

    private static String line(Map<String, String> texts, Composition composition) {
        return seen(text(texts, composition));
    }

    private static String lines(Map<String, String> texts, Composition composition) {
        return text(texts, composition).lines().map(Invitation::seen).collect(Collectors.joining("\n"));
    }

    private static String text(Map<String, String> texts, Composition composition) {
        return composition.line(texts.getOrDefault(composition.request().language(), ""));
    }

    private static String seen(String text) {
        return text.replaceAll(UNSEEN, " ").strip();
    }

    private static ZoneId zone(CalendarEntry entry, Composition composition) {
        var own = entry.time().zone();
        var brand = composition.request().template().brand();
        return ZoneId.of(
                own.isEmpty()
                        ? brand.findText("zone")
                                .orElseThrow(
                                        () -> new RenderException("calendar.start has a time, and neither calendar.zone"
                                                + " nor zone in brands/" + brand.key() + "/brand.yaml says where"))
                        : own);
    }

    /** {@code PUBLISH} for a date that nobody answers, {@code REQUEST} for one that is to be answered (RFC 5546 §1.4). */
    public String method() {
        return answer ? "REQUEST" : "PUBLISH";
    }

    /** The iCalendar object that a mail brings, its lines ended as RFC 5545 §3.1 has them. */
    public String text(Correspondence mail) {
        return CalendarFile.of(this, mail);
    }
}
