package io.chancery.render.calendar;

import io.chancery.render.RenderException;
import java.time.ZoneId;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;

/** What a calendar has to know of a time zone (RFC 5545 §3.6.5), from the definitions that come with the library. */
final class ZoneDefinition {

    private static final TimeZoneRegistry DEFINITIONS;

    static {
        // Nothing is loaded while a mail is made, whoever has set these otherwise.
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
        System.setProperty("net.fortuna.ical4j.timezone.cache.impl", "net.fortuna.ical4j.util.MapTimeZoneCache");
        DEFINITIONS = TimeZoneRegistryFactory.getInstance().createRegistry();
    }

    private ZoneDefinition() {}

    /** The rules that are in force for ever; all there ever were, if the zone no longer changes its clocks. */
    static VTimeZone of(ZoneId zone) {
        var known = DEFINITIONS.getTimeZone(zone.getId());
        if (known == null) {
            throw new RenderException("calendar: calendars do not know the time zone " + zone);
        }
        var all = known.getVTimeZone().getObservances();
        var inForce = all.stream().filter(ZoneDefinition::recursForEver).toList();
        var definition = new VTimeZone();
        definition.add(new TzId(zone.getId()));
        (inForce.isEmpty() ? all : inForce).forEach(definition::add);
        return definition;
    }

    private static boolean recursForEver(Observance observance) {
        return observance
                .<RRule<?>>getProperty(Property.RRULE)
                .filter(rule -> rule.getRecur().getUntil() == null)
                .isPresent();
    }
}
