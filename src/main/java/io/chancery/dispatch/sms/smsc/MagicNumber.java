package io.chancery.dispatch.sms.smsc;

import java.util.Arrays;
import java.util.Optional;
import org.jsmpp.SMPPConstant;

/**
 * Numbers that play a failure. They are of the block (0)171 39200xx, which the German regulator keeps for films, so
 * nobody's customer has one.
 */
public enum MagicNumber {
    /** Taken, then returned: there is no such phone. */
    UNDELIVERABLE("+491713920001", SMPPConstant.STAT_ESME_ROK, "UNDELIV"),
    /** Taken, then returned: the phone was off for too long. */
    EXPIRED("+491713920002", SMPPConstant.STAT_ESME_ROK, "EXPIRED"),
    /** Taken, and never heard of again. */
    SILENT("+491713920003", SMPPConstant.STAT_ESME_ROK, ""),
    /** Refused for good. */
    INVALID("+491713920010", SMPPConstant.STAT_ESME_RINVDSTADR, ""),
    /** Refused for now, every time. */
    THROTTLED("+491713920011", SMPPConstant.STAT_ESME_RTHROTTLED, ""),
    /** Taken and delivered, but the connection is cut before the answer. */
    CUT("+491713920012", SMPPConstant.STAT_ESME_ROK, "DELIVRD"),
    /** Taken and delivered, but not answered for a minute. */
    UNANSWERED("+491713920013", SMPPConstant.STAT_ESME_ROK, "DELIVRD");

    private final String number;
    private final int commandStatus;
    private final String fate;

    MagicNumber(String number, int commandStatus, String fate) {
        this.number = number;
        this.commandStatus = commandStatus;
        this.fate = fate;
    }

    /** In E.164. */
    public String number() {
        return number;
    }

    /** How the SMSC answers the text. */
    int commandStatus() {
        return commandStatus;
    }

    /** What the receipt says; empty if there is none. */
    String fate() {
        return fate;
    }

    static Optional<MagicNumber> find(String number) {
        return Arrays.stream(values())
                .filter(magic -> magic.number.equals(number))
                .findFirst();
    }
}
