package io.chancery.dispatch.sms.smsc;

import io.chancery.vocabulary.sms.MagicNumbers;
import java.util.Arrays;
import java.util.Optional;
import org.jsmpp.SMPPConstant;

/** How the SMSC treats the {@link MagicNumbers}. */
public enum MagicNumber {
    UNDELIVERABLE(MagicNumbers.UNDELIVERABLE, SMPPConstant.STAT_ESME_ROK, "UNDELIV"),
    EXPIRED(MagicNumbers.EXPIRED, SMPPConstant.STAT_ESME_ROK, "EXPIRED"),
    SILENT(MagicNumbers.SILENT, SMPPConstant.STAT_ESME_ROK, ""),
    INVALID(MagicNumbers.INVALID, SMPPConstant.STAT_ESME_RINVDSTADR, ""),
    THROTTLED(MagicNumbers.THROTTLED, SMPPConstant.STAT_ESME_RTHROTTLED, ""),
    CUT(MagicNumbers.CUT, SMPPConstant.STAT_ESME_ROK, "DELIVRD"),
    UNANSWERED(MagicNumbers.UNANSWERED, SMPPConstant.STAT_ESME_ROK, "DELIVRD");

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
