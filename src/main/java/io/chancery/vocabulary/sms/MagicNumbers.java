package io.chancery.vocabulary.sms;

/**
 * Numbers that play a failure, with a test key as well as with the SMSC that development has. They are of the block (0)171
 * 39200xx, which the German regulator keeps for films, so nobody's customer has one. In E.164.
 */
public final class MagicNumbers {

    /** Taken, then returned: there is no such phone. */
    public static final String UNDELIVERABLE = "+491713920001";

    /** Taken, then returned: the phone was off for too long. */
    public static final String EXPIRED = "+491713920002";

    /** Taken, and never heard of again. */
    public static final String SILENT = "+491713920003";

    /** Refused for good. */
    public static final String INVALID = "+491713920010";

    /** Refused for now, every time. */
    public static final String THROTTLED = "+491713920011";

    /** Taken and delivered, but the connection is cut before the answer. */
    public static final String CUT = "+491713920012";

    /** Taken and delivered, but not answered for a minute. */
    public static final String UNANSWERED = "+491713920013";

    private MagicNumbers() {}
}
