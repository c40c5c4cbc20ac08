package io.chancery.render.email;

import static io.chancery.render.email.Mails.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.render.Messages;
import io.chancery.render.RenderException;
import io.chancery.template.TemplateSettings.CalendarEntry;
import io.chancery.template.TemplateSettings.CalendarTime;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationTest {

    private static final CalendarTime DAY = new CalendarTime("2026-12-18", "", "", "");

    private static Messages inviting(CalendarEntry entry) {
        return aMessage("{#subject}Termin{/subject}<p>Bis bald</p>").calendar(entry);
    }

    private static CalendarEntry entry(String summary, CalendarTime time) {
        return new CalendarEntry(Map.of("de", summary), Map.of(), Map.of(), time, "", false);
    }

    private static BodyPart file(Messages message) throws Exception {
        var mixed = (MimeMultipart) Mails.of(message).read().getContent();
        return mixed.getBodyPart(mixed.getCount() - 1);
    }

    private static String calendar(Messages message) throws Exception {
        return new String(file(message).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static VEvent parsed(String calendar) throws IOException, ParserException {
        var read = new CalendarBuilder().build(new StringReader(calendar));
        assertThat(read.validate().getEntries()).isEmpty();
        return (VEvent) read.getComponent("VEVENT").orElseThrow();
    }

    @Test
    void a_day_to_remember_is_this_entry() throws Exception {
        var calendar = calendar(inviting(entry("Zähler ablesen", DAY)));

        assertThat(calendar).isEqualTo("""
                        BEGIN:VCALENDAR
                        PRODID:-//Chancery//Calendar entries//EN
                        VERSION:2.0
                        CALSCALE:GREGORIAN
                        METHOD:PUBLISH
                        BEGIN:VEVENT
                        UID:01900000-0000-7000-8000-000000000001@lindenwerk.example
                        SEQUENCE:0
                        DTSTAMP:20261122T000000Z
                        DTSTART;VALUE=DATE:20261218
                        DTEND;VALUE=DATE:20261219
                        SUMMARY:Zähler ablesen
                        TRANSP:TRANSPARENT
                        ORGANIZER;CN=Lindenwerk Energie:mailto:service@lindenwerk.example
                        END:VEVENT
                        END:VCALENDAR
                        """.replace("\n", "\r\n"));
        parsed(calendar);
    }

    @Test
    void a_time_to_answer_is_this_entry() throws Exception {
        var visit = new CalendarEntry(
                Map.of("de", "Ablesung"),
                Map.of("de", "{customer.address.street}, {customer.address.city}"),
                Map.of("de", "Bitte halten Sie den Zähler frei.\nDanke"),
                new CalendarTime("{data.day}T{data.from}", "", "PT1H30M", "Europe/Berlin"),
                "",
                true);

        var calendar = calendar(inviting(visit).data("{\"day\": \"2026-12-18\", \"from\": \"09:30\"}"));

        assertThat(calendar).isEqualTo("""
                        BEGIN:VCALENDAR
                        PRODID:-//Chancery//Calendar entries//EN
                        VERSION:2.0
                        CALSCALE:GREGORIAN
                        METHOD:REQUEST
                        BEGIN:VTIMEZONE
                        TZID:Europe/Berlin
                        BEGIN:STANDARD
                        TZNAME:CET
                        TZOFFSETFROM:+0200
                        TZOFFSETTO:+0100
                        DTSTART:19961027T030000
                        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
                        END:STANDARD
                        BEGIN:DAYLIGHT
                        TZNAME:CEST
                        TZOFFSETFROM:+0100
                        TZOFFSETTO:+0200
                        DTSTART:19810329T020000
                        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
                        END:DAYLIGHT
                        END:VTIMEZONE
                        BEGIN:VEVENT
                        UID:01900000-0000-7000-8000-000000000001@lindenwerk.example
                        SEQUENCE:0
                        DTSTAMP:20261122T000000Z
                        DTSTART;TZID=Europe/Berlin:20261218T093000
                        DTEND;TZID=Europe/Berlin:20261218T110000
                        SUMMARY:Ablesung
                        LOCATION:Lindenstraße 5\\, Berlin
                        DESCRIPTION:Bitte halten Sie den Zähler frei.\\nDanke
                        TRANSP:OPAQUE
                        ORGANIZER;CN=Lindenwerk Energie:mailto:service@lindenwerk.example
                        ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="Dr. Anna\s
                         Müller":mailto:anna@example.org
                        END:VEVENT
                        END:VCALENDAR
                        """.replace("\n", "\r\n"));
        parsed(calendar);
    }

    @ParameterizedTest
    @CsvSource({"false, PUBLISH", "true, REQUEST"})
    void it_comes_beside_the_text_and_as_a_file_that_says_the_same(boolean answer, String method) throws Exception {
        var message = inviting(new CalendarEntry(Map.of("de", "Zähler: 1/2"), Map.of(), Map.of(), DAY, "", answer));

        var mixed =
                (MimeMultipart) Mails.of(message).attaching("Brief.pdf").read().getContent();

        var related = (MimeMultipart) mixed.getBodyPart(0).getContent();
        var alternative = (MimeMultipart) related.getBodyPart(0).getContent();
        var beside = alternative.getBodyPart(2);
        var file = mixed.getBodyPart(2);
        assertThat(alternative.getCount()).isEqualTo(3);
        assertThat(alternative.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(beside.getContentType()).isEqualTo("text/calendar; charset=utf-8; method=" + method);
        assertThat(beside.getDisposition()).isNull();
        assertThat(mixed.getBodyPart(1).getContentType()).startsWith("application/pdf");
        assertThat(file.getContentType()).isEqualTo("text/calendar; charset=utf-8; method=" + method);
        assertThat(file.getDisposition()).isEqualTo("attachment");
        assertThat(file.getHeader("Content-Disposition")[0]).contains("filename=\"Zahler_ 1_2.ics\"");
        assertThat(file.getInputStream().readAllBytes())
                .isEqualTo(beside.getInputStream().readAllBytes());
    }

    @Test
    void the_same_mail_brings_the_same_bytes() {
        var timed = new CalendarTime("2026-07-01T08:00", "2026-07-01T09:00", "", "Asia/Tokyo");
        var first = Mails.of(inviting(entry("Anruf", timed))).rendered();
        var second = Mails.of(inviting(entry("Anruf", timed))).rendered();

        assertThat(second.content()).isEqualTo(first.content());
    }

    @Test
    void hostile_data_is_harmless_text() throws Exception {
        var hostile = "a\\r\\nATTENDEE:mailto:eve@example.org\\rX:1\\u2028Y:2\\u202E; b, c\\\\n \\\"d\\\"";
        var entry = new CalendarEntry(
                Map.of("de", "{data.text}"), Map.of("de", "{data.text}"), Map.of("de", "{data.text}"), DAY, "", false);

        var calendar = calendar(inviting(entry).data("{\"text\": \"" + hostile + "\"}"));

        assertThat(calendar.lines()).noneMatch(line -> line.matches("(ATTENDEE|X|Y):.*"));
        var event = parsed(calendar);
        assertThat(event.getSummary().getValue()).isEqualTo("a ATTENDEE:mailto:eve@example.org X:1 Y:2; b, c\\n \"d\"");
        assertThat(event.getDescription().getValue())
                .isEqualTo("a\nATTENDEE:mailto:eve@example.org\nX:1 Y:2; b, c\\n \"d\"");
    }

    @Test
    void no_line_is_longer_than_75_octets_and_no_character_is_torn() throws Exception {
        var longest = "Zürich 漢字 😀 ".repeat(30).strip();
        var message = inviting(entry(longest, DAY));

        var calendar = calendar(message);

        assertThat(calendar.split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                .noneMatch(line -> line.contains("\uFFFD"));
        assertThat(parsed(calendar).getSummary().getValue()).isEqualTo(longest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-12-18 | '' | '' | '' | DTSTART;VALUE=DATE:20261218 DTEND;VALUE=DATE:20261219",
                "2026-12-30 | 2026-12-31 | '' | '' | DTSTART;VALUE=DATE:20261230 DTEND;VALUE=DATE:20270101",
                "2026-12-30 | '' | P1W | '' | DTSTART;VALUE=DATE:20261230 DTEND;VALUE=DATE:20270106",
                "2026-03-29T01:30 | '' | PT1H | Europe/Zurich | DTSTART;TZID=Europe/Zurich:20260329T013000 DTEND;TZID=Europe/Zurich:20260329T033000",
                "2026-07-01T08:00Z | 2026-07-01T11:00+02:00 | '' | Europe/Berlin | DTSTART;TZID=Europe/Berlin:20260701T100000 DTEND;TZID=Europe/Berlin:20260701T110000",
                "2026-07-01T08:00 | 2026-07-01T09:00 | '' | Asia/Tokyo | DTSTART;TZID=Asia/Tokyo:20260701T080000 DTEND;TZID=Asia/Tokyo:20260701T090000"
            })
    void a_time_is_where_it_is_said_to_be(String start, String end, String duration, String zone, String lines)
            throws Exception {
        var calendar = calendar(inviting(entry("Termin", new CalendarTime(start, end, duration, zone))));

        assertThat(calendar.lines()).contains(lines.split(" "));
        parsed(calendar);
    }

    @Test
    void a_brand_has_a_time_zone_for_all_its_entries() throws Exception {
        var message = inviting(entry("Termin", new CalendarTime("2026-12-18T09:30", "", "PT1H", "")))
                .brand(Map.of(
                        "name",
                        "Lindenwerk",
                        "zone",
                        "Europe/Vaduz",
                        "email",
                        Map.of("from", Map.of("address", "service@lindenwerk.example"))));

        assertThat(calendar(message).lines())
                .contains("TZID:Europe/Vaduz", "DTSTART;TZID=Europe/Vaduz:20261218T093000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{data.day} | '' | '' | invoice/template.yaml, line 1: there is no value «data.day»",
                "tomorrow | '' | '' | calendar.start gives neither a day, as in 2026-12-24, nor a time, as in 2026-12-24T09:30",
                "2026-02-30 | '' | '' | calendar.start gives neither a day, as in 2026-12-24, nor a time, as in 2026-12-24T09:30",
                "2026-12-18 | soon | '' | calendar.end gives neither a day, as in 2026-12-24, nor a time, as in 2026-12-24T09:30",
                "2026-12-18 | 2026-12-17 | '' | The calendar entry ends before it has begun",
                "2026-12-18 | '' | P0D | The calendar entry ends before it has begun",
                "2026-12-18 | 2026-12-18T10:00 | '' | calendar.end gives a time, and calendar.start a day",
                "2026-12-18 | '' | PT1H | calendar.duration does not give days, as in P2D",
                "2026-12-18T10:00Z | 2026-12-18T09:00Z | '' | The calendar entry ends before it has begun",
                "2026-12-18T10:00Z | 2026-12-18 | '' | calendar.end gives a day, and calendar.start a time",
                "2026-12-18T10:00Z | '' | '' | calendar.start gives a time, and there is neither an end nor a duration",
                "2026-12-18T10:00Z | '' | 1h | calendar.duration does not give hours and minutes, as in PT1H30M"
            })
    void a_time_that_makes_no_sense_is_an_error_in_words(String start, String end, String duration, String words) {
        var message = inviting(entry("Termin", new CalendarTime(start, end, duration, "Europe/Berlin")));

        assertThatThrownBy(() -> Mails.of(message).rendered())
                .isInstanceOf(RenderException.class)
                .hasMessageStartingWith(words);
    }

    @Test
    void a_time_without_a_zone_is_an_error_in_words() {
        var message = inviting(entry("Termin", new CalendarTime("2026-12-18T10:00", "", "PT1H", "")));

        assertThatThrownBy(() -> Mails.of(message).rendered())
                .isInstanceOf(RenderException.class)
                .hasMessage("calendar.start has a time, and neither calendar.zone nor zone in"
                        + " brands/lindenwerk/brand.yaml says where");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{#if false}x{/if}", " \u200B "})
    void an_entry_that_says_nothing_is_an_error_in_words(String summary) {
        var message = inviting(entry(summary, DAY));

        assertThatThrownBy(() -> Mails.of(message).rendered())
                .isInstanceOf(RenderException.class)
                .hasMessage("calendar.summary says nothing");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void an_entry_may_depend_on_the_customer(String visited, boolean invited) throws Exception {
        var entry = new CalendarEntry(Map.of("de", "Besuch"), Map.of(), Map.of(), DAY, "data.visit", false);

        var mail =
                Mails.of(inviting(entry).data("{\"visit\": " + visited + "}")).read();

        assertThat(mail.getContentType().startsWith("multipart/mixed")).isEqualTo(invited);
    }
}
