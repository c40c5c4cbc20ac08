package io.chancery.dispatch.sms;

import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import java.time.Duration;
import java.util.Map;
import org.jsmpp.SMPPConstant;

/** What an SMSC means by a «no» (SMPP 3.4 §5.1.3). */
final class CommandStatus {

    private static final Map<Integer, String> NEVER = Map.ofEntries(
            Map.entry(SMPPConstant.STAT_ESME_RINVMSGLEN, "ESME_RINVMSGLEN"),
            Map.entry(SMPPConstant.STAT_ESME_RINVSRCADR, "ESME_RINVSRCADR"),
            Map.entry(SMPPConstant.STAT_ESME_RINVDSTADR, "ESME_RINVDSTADR"),
            Map.entry(SMPPConstant.STAT_ESME_RINVESMCLASS, "ESME_RINVESMCLASS"),
            Map.entry(SMPPConstant.STAT_ESME_RINVSRCTON, "ESME_RINVSRCTON"),
            Map.entry(SMPPConstant.STAT_ESME_RINVSRCNPI, "ESME_RINVSRCNPI"),
            Map.entry(SMPPConstant.STAT_ESME_RINVDSTTON, "ESME_RINVDSTTON"),
            Map.entry(SMPPConstant.STAT_ESME_RINVDSTNPI, "ESME_RINVDSTNPI"),
            Map.entry(SMPPConstant.STAT_ESME_RX_P_APPN, "ESME_RX_P_APPN"),
            Map.entry(SMPPConstant.STAT_ESME_RX_R_APPN, "ESME_RX_R_APPN"),
            Map.entry(SMPPConstant.STAT_ESME_RINVDCS, "ESME_RINVDCS"),
            Map.entry(SMPPConstant.STAT_ESME_RPROHIBITED, "ESME_RPROHIBITED"),
            Map.entry(SMPPConstant.STAT_ESME_RSERTYPDENIED, "ESME_RSERTYPDENIED"));

    private static final Map<Integer, String> LATER = Map.of(
            SMPPConstant.STAT_ESME_RINVBNDSTS, "ESME_RINVBNDSTS",
            SMPPConstant.STAT_ESME_RSYSERR, "ESME_RSYSERR",
            SMPPConstant.STAT_ESME_RMSGQFUL, "ESME_RMSGQFUL",
            SMPPConstant.STAT_ESME_RSUBMITFAIL, "ESME_RSUBMITFAIL",
            SMPPConstant.STAT_ESME_RTHROTTLED, "ESME_RTHROTTLED",
            SMPPConstant.STAT_ESME_RX_T_APPN, "ESME_RX_T_APPN");

    /** How long an SMSC is spared that says it got too much; SMPP leaves that to us. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private CommandStatus() {}

    /** A status that we do not know, a provider's own, is worth another attempt: the attempts are counted. */
    static DeliveryOutcome refusal(int status) {
        var never = NEVER.get(status);
        if (never != null) {
            return new Permanent(never, "The SMSC refused the text.", status == SMPPConstant.STAT_ESME_RINVDSTADR);
        }
        boolean tooMuch = status == SMPPConstant.STAT_ESME_RTHROTTLED || status == SMPPConstant.STAT_ESME_RMSGQFUL;
        return new Temporary(
                LATER.getOrDefault(status, "0x%08x".formatted(status)),
                "The SMSC could not take the text now.",
                tooMuch ? PAUSE : null);
    }
}
