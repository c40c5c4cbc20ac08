package io.chancery.render.calendar;

import io.chancery.render.RenderException;
import io.chancery.render.calendar.Correspondence.Party;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import net.fortuna.ical4j.validate.ValidationException;

/** Writes one invitation as an iCalendar object that software may take over (RFC 5546 §3.2.1 and §3.2.2). */
final class CalendarFile {

    /** Octets in a line without its end (RFC 5545 §3.1). The library counts characters. */
    private static final int LONGEST_LINE = 75;

    private CalendarFile() {}

    static String of(Invitation invitation, Correspondence mail) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Chancery//Calendar entries//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new Method(invitation.method()));
        if (invitation.span().start() instanceof ZonedDateTime start) {
            calendar.add(ZoneDefinition.of(start.getZone()));
        }
        calendar.add(event(invitation, mail));
        check(calendar);
        return folded(calendar.toString());
    }

    private static VEvent event(Invitation invitation, Correspondence mail) {
        var event = new VEvent(false);
        event.add(new Uid(mail.id()));
        event.add(new Sequence(0));
        event.add(new DtStamp(mail.date()));
        event.add(new DtStart<>(invitation.span().start()));
        event.add(new DtEnd<>(invitation.span().end()));
        event.add(new Summary(invitation.summary()));
        if (!invitation.location().isEmpty()) {
            event.add(new Location(invitation.location()));
        }
        if (!invitation.description().isEmpty()) {
            event.add(new Description(invitation.description()));
        }
        // A whole day is something to remember; it does not make the customer busy.
        event.add(invitation.span().hasWholeDays() ? ImmutableTransp.TRANSPARENT : ImmutableTransp.OPAQUE);
        event.add(named(new Organizer(address(mail.from())), mail.from()));
        if (invitation.answer()) {
            event.add(attendee(mail.to()));
        }
        return event;
    }

    private static Property attendee(Party customer) {
        var attendee = new Attendee(address(customer));
        attendee.add(Role.REQ_PARTICIPANT);
        attendee.add(PartStat.NEEDS_ACTION);
        attendee.add(Rsvp.TRUE);
        return named(attendee, customer);
    }

    private static Property named(Property address, Party party) {
        if (!party.name().isEmpty()) {
            address.add(new Cn(party.name()));
        }
        return address;
    }

    private static URI address(Party party) {
        try {
            return new URI("mailto", party.address(), null);
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static void check(Calendar calendar) {
        try {
            var result = calendar.validate();
            if (result.hasErrors()) {
                throw new RenderException("The calendar entry is not valid: " + result);
            }
        } catch (ValidationException invalid) {
            throw new RenderException("The calendar entry is not valid", invalid);
        }
    }

    private static String folded(String text) {
        var folded = new StringBuilder(text.length());
        int octets = 0;
        for (int i = 0; i < text.length(); ) {
            var character = Character.toString(text.codePointAt(i));
            i += character.length();
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST_LINE && !character.equals("\r") && !character.equals("\n")) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets = character.equals("\n") ? 0 : octets + length;
        }
        return folded.toString();
    }
}
