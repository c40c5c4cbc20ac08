package io.chancery.web.form;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the front doors say of faults, in German; in English they say it themselves. */
final class FaultWords {

    private static final Map<String, String> GERMAN = Map.ofEntries(
            Map.entry("is missing", "Bitte ausfüllen"),
            Map.entry("must be a text that is not empty", "Bitte ausfüllen"),
            Map.entry("no source record or customer has this id", "Diesen Datensatz oder Kunden gibt es nicht"),
            Map.entry(
                    "must have either ucid, or both source and record", "Bitte UCID oder Quelle und Datensatz angeben"),
            Map.entry("was erased: nothing is sent to them", "Dieser Kunde ist gelöscht und bekommt nichts mehr"),
            Map.entry("is not a field of a message", "Dieses Feld gibt es bei Nachrichten nicht"),
            Map.entry("is not an ISO 639-1 code", "Bitte als Sprachkürzel angeben, zum Beispiel de"),
            Map.entry("has passed", "Liegt schon in der Vergangenheit"),
            Map.entry("must be an object", "Bitte als JSON-Objekt angeben: {\"feld\": \"wert\"}"),
            Map.entry("either this, or message, or query", "Bitte genau eines angeben: Kunde, Nachricht oder Suche"),
            Map.entry("is not a UCID", "Das ist keine Kundennummer (UCID)"),
            Map.entry("is nobody's UCID", "Diese Kundennummer (UCID) kennt niemand"),
            Map.entry("is not the id of a message", "Das ist keine Nachrichtennummer"),
            Map.entry("must be the id of a message", "Das ist keine Nachrichtennummer"),
            Map.entry("is no message on record", "Diese Nachricht gibt es nicht"),
            Map.entry("finds nothing", "Diese Suche findet nichts"),
            Map.entry("is missing, unless message is there", "Bitte ausfüllen, oder eine Nachricht angeben"),
            Map.entry("does not go with message", "Passt nicht zu einer einzelnen Nachricht"),
            Map.entry("is missing: an agent searches the archive of one customer", "Bitte zuerst einen Kunden angeben"),
            Map.entry("names a recipient, which cannot be saved", "Eine Anschrift kann nicht gespeichert werden"),
            Map.entry(
                    "names a recipient, which cannot be kept; name the customer",
                    "Eine Anschrift kann nicht aufbewahrt werden; bitte den Kunden angeben"),
            Map.entry(
                    "has up to 63 of a-z, 0-9 and -, and does not begin with -",
                    "Bis zu 63 Zeichen: Kleinbuchstaben, Ziffern und Bindestrich, nicht am Anfang"),
            Map.entry(
                    "is neither a day such as 2026-01-31 nor an instant such as 2026-01-31T08:00:00Z",
                    "Bitte als Tag angeben, zum Beispiel 2026-01-31"),
            Map.entry("is before from", "Das Ende liegt vor dem Anfang"),
            Map.entry("lies before the begin", "Das Ende liegt vor dem Anfang"),
            Map.entry("is missing: a download is of a period", "Für einen Auszug bitte den Anfang angeben"),
            Map.entry("source and record go together", "Quelle und Datensatz gehören zusammen"),
            Map.entry("is asked for twice", "Kommt zweimal vor"),
            Map.entry("this quote has no end", "Dieses Anführungszeichen hat kein Ende"),
            Map.entry(
                    "is no mail address, number (+49…) or postcode and street",
                    "Bitte E-Mail-Adresse, Nummer (+49…) oder Postleitzahl und Straße angeben"),
            Map.entry("has no letter and no digit", "Enthält weder Buchstaben noch Ziffern"),
            Map.entry("names no role", "Bitte mindestens eine Rolle wählen"),
            Map.entry("names no event", "Bitte mindestens ein Ereignis wählen"),
            Map.entry(
                    "has letters, digits, blanks and . _ @ -, and begins with a letter or digit",
                    "Buchstaben, Ziffern, Leerzeichen und . _ @ -, mit Buchstabe oder Ziffer am Anfang"),
            Map.entry("A test key holds and releases nothing", "Mit einem Testschlüssel wird nichts gesperrt"),
            Map.entry("The hold is no more in force", "Diese Sperre ist schon aufgehoben"),
            Map.entry("The archive is being checked already", "Das Archiv wird gerade schon geprüft"),
            Map.entry(
                    "Whoever proposed an expiry cannot approve it; ask a colleague",
                    "Wer vorgeschlagen hat, darf nicht selbst freigeben: das muss eine zweite Person tun"));

    private static final Map<String, String> BEGINNINGS = Map.of(
            "must be one of ", "Bitte eines von diesen: ",
            "is longer than ", "Ist zu lang, höchstens Zeichen: ",
            "the customer has no address or number for ", "Der Kunde hat keine Adresse oder Nummer für: ",
            "is not a channel; there are ", "Diesen Kanal gibt es nicht, sondern: ",
            "the template has only ", "Die Vorlage hat nur: ",
            "this is no key; put it into quotes to search for it as a text. Known keys: ",
                    "Dieses Suchwort gibt es nicht; in Anführungszeichen wird es als Text gesucht. Suchwörter: ");

    private static final Pattern PLACE =
            Pattern.compile("at character (\\d+): (?:(?!this )([a-z-]+) (?=is |has |must |names ))?(.*)");

    private FaultWords() {}

    static String of(String detail, String language) {
        return "de".equals(language) ? german(detail) : detail;
    }

    private static String german(String detail) {
        var place = PLACE.matcher(detail);
        if (place.matches()) {
            var key = place.group(2) == null ? "" : place.group(2) + ": ";
            return "Zeichen %s: %s%s".formatted(place.group(1), key, german(place.group(3)));
        }
        return List.copyOf(BEGINNINGS.entrySet()).stream()
                .filter(entry -> detail.startsWith(entry.getKey()))
                .map(entry -> entry.getValue() + detail.substring(entry.getKey().length()))
                .findFirst()
                .orElseGet(() -> GERMAN.getOrDefault(detail, detail));
    }
}
