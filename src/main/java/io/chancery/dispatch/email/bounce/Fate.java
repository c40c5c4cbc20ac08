package io.chancery.dispatch.email.bounce;

/** What became of a mail, the mildest first. */
enum Fate {
    DELIVERED,
    /** Still tried, or handed on to somebody who will not tell. */
    OPEN,
    /** Given up after days, for a reason that may be gone tomorrow. */
    SOFT,
    /** Refused, for a reason that says nothing of the address. */
    RETURNED,
    /** The address is none. */
    NOBODY_THERE
}
