package io.chancery.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The closed list of answers to «why was this not sent?», each with a sentence for the people who are asked. */
public enum Reason {
    NO_CONTACT_POINT(
            "Der Kunde hat für diesen Kanal keine Adresse oder Nummer.",
            "The customer has no address or number for this channel."),
    CONSENT_MISSING(
            "Werbung braucht eine Einwilligung; es liegt keine vor.", "Advertising needs consent, and there is none."),
    CONSENT_UNCONFIRMED(
            "Die Einwilligung in Werbung wurde nie bestätigt (Double-Opt-in).",
            "Consent to advertising was given but never confirmed (double opt-in)."),
    CONSENT_WITHDRAWN(
            "Der Kunde hat seine Einwilligung in Werbung widerrufen.",
            "The customer has withdrawn consent to advertising."),
    CONSENT_DENIED(
            "Der Kunde wurde nach seiner Einwilligung in Werbung gefragt und hat abgelehnt.",
            "The customer was asked for consent to advertising and said no."),
    CONSENT_FOR_OTHER_ADDRESS(
            "Eingewilligt wurde nur für eine andere Adresse oder Nummer als die, an die gesendet würde.",
            "Consent was given for another address or number than the one this would go to."),
    OBJECTED(
            "Der Kunde hat jeder Werbung widersprochen (Art. 21 DSGVO).",
            "The customer has objected to all advertising (GDPR Art. 21)."),
    DECEASED(
            "Der Kunde ist verstorben; an ihn geht nichts mehr.",
            "The customer has died; nothing goes to them any more."),
    RESTRICTED(
            "Die Daten des Kunden sind gesperrt (Einschränkung der Verarbeitung, Art. 18 DSGVO).",
            "The customer's data are restricted (restriction of processing, GDPR Art. 18)."),
    SERVICE_DECLINED(
            "Der Kunde möchte auf diesem Kanal keine Service-Nachrichten.",
            "The customer wants no service messages on this channel."),
    SUPPRESSED(
            "An diese Adresse oder Nummer wird nicht gesendet; sie steht auf der Sperrliste.",
            "Nothing is sent to this address or number; it is on the suppression list."),
    QUIET_HOURS(
            "Der Kunde hat jetzt Ruhezeit; Werbung wartet, bis sie vorbei ist.",
            "The customer has quiet hours now; advertising waits until they are over."),
    FREQUENCY_CAP(
            "Der Kunde hat in letzter Zeit so viel Werbung bekommen, wie ein Kunde höchstens bekommen soll.",
            "The customer has got as much advertising lately as a customer should get at most."),
    STOPPED(
            "Der Versand dieser Vorlage ist vom Betrieb angehalten.",
            "An operator has stopped all messages of this template."),
    HOLD_EXPIRED(
            "Die angehaltene Sendung wurde von niemandem rechtzeitig freigegeben.",
            "The delivery was held, and nobody released it in time."),
    EXPIRED("Die Frist der Nachricht ist abgelaufen.", "The message had expired before it could be sent."),
    CANCELLED("Die Nachricht wurde vor dem Versand storniert.", "The message was cancelled before it was sent."),
    NOT_RENDERABLE(
            "Die Vorlage ließ sich mit diesen Daten nicht rendern.",
            "The template could not be rendered with these data."),
    REFUSED("Der Dienstleister hat die Sendung endgültig abgelehnt.", "The provider refused the delivery for good."),
    RETRIES_EXHAUSTED(
            "Der Dienstleister war trotz aller Wiederholungen nicht erreichbar.",
            "The provider could not be reached, however often we tried."),
    TIMED_OUT(
            "Die Sendung wurde nicht in der Zeit übergeben, die ihr Plan vorsieht.",
            "The delivery was not handed over within the time that its plan allows."),
    NOT_CONFIRMED(
            "Dass die Sendung angekommen ist, wurde nicht in der Zeit bestätigt, die ihr Plan vorsieht.",
            "Nobody confirmed within the time that the plan allows that the delivery had arrived."),
    CONTACT_POINT_BAD(
            "Unter dieser Adresse oder Nummer ist niemand zu erreichen.",
            "Nobody is reached at this address or number."),
    RETURNED("Die Sendung kam als unzustellbar zurück.", "The delivery came back as undeliverable."),
    HANDOVER_UNKNOWN(
            "Ob der Dienstleister die Sendung übernommen hat, ist nicht bekannt.",
            "Nobody can know whether the provider took the delivery over."),
    NO_ADAPTER("Für diesen Kanal ist kein Dienstleister eingerichtet.", "No provider is set up for this channel.");

    private final String german;
    private final String english;

    Reason(String german, String english) {
        this.german = german;
        this.english = english;
    }

    /** The stable code in the API and the archive. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static Reason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The sentence for a clerk: German for {@code de}, otherwise English. */
    public String sentence(String language) {
        return "de".equals(language) ? german : english;
    }
}
