package io.chancery.consent.optin;

import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared;
import java.util.Map;

/** The words a customer agrees to on our own pages. They are evidence: other words need another version. */
public final class ConsentText {

    /** Goes with each declaration that was made by these words. */
    public static final String VERSION = "chancery-2026-1";

    private static final Map<Channel, String> GERMAN = Map.of(Channel.EMAIL, "E-Mail", Channel.PRINT, "Post");
    private static final Map<Channel, String> ENGLISH = Map.of(Channel.EMAIL, "e-mail", Channel.PRINT, "letter");

    private ConsentText() {}

    /** German for {@code de}, otherwise English. */
    public static String of(Channel channel, String purpose, String language) {
        boolean german = language.equals("de");
        var by =
                (german ? GERMAN : ENGLISH).getOrDefault(channel, channel.equals(Channel.SMS) ? "SMS" : channel.name());
        if (purpose.equals(ConsentDeclared.SERVICE)) {
            return german
                    ? "Nachrichten zu meinen Verträgen möchte ich per " + by + " erhalten."
                    : "I would like to receive messages about my contracts by " + by + ".";
        }
        return german
                ? "Ich möchte Neuigkeiten und Angebote per " + by + " erhalten. Das kann ich jederzeit widerrufen."
                : "I would like to receive news and offers by " + by + ". I can withdraw this at any time.";
    }
}
