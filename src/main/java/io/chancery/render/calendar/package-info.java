/** Entries for the calendars of customers, as iCalendar has them (RFC 5545). ical4j is used here only. */
@NullMarked
package io.chancery.render.calendar;

import org.jspecify.annotations.NullMarked;
