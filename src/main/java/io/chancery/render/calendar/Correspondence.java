package io.chancery.render.calendar;

import java.time.Instant;

/**
 * The mail that brings a calendar entry.
 *
 * @param id names the entry for ever, and the same however often the mail is rendered
 * @param date of the mail
 * @param from where an answer goes
 */
public record Correspondence(String id, Instant date, Party from, Party to) {

    /**
     * One end of it.
     *
     * @param name on one line, may be empty
     * @param address as the envelope carries it (RFC 5321)
     */
    public record Party(String name, String address) {}
}
