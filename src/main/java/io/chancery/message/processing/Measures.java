package io.chancery.message.processing;

import java.util.List;
import java.util.Map;

/** What protects the data (GDPR Art. 32), as far as it is this product's doing; each of it has its test. */
final class Measures {

    static final Map<String, List<String>> WORDS = Map.of(
            "de",
            List.of(
                    "Was versandt wurde, liegt für jeden Kunden und jede Sendung eigens verschlüsselt (AES-256-GCM); der Hauptschlüssel liegt"
                            + " außerhalb der Datenbank.",
                    "Jedes Ereignis und jedes Dokument ist ein Blatt eines signierten Merkle-Protokolls; jede Nacht wird nachgerechnet.",
                    "Die Anwendung kann in der Datenbank nichts ändern oder löschen, was einmal dokumentiert ist.",
                    "Rollen trennen, wer Vorlagen schreibt, freigibt, Kunden betreut und das Archiv sieht; wer schreibt, gibt nicht frei.",
                    "Eine Vorlage liest nur Angaben, die ihr Zweck erlaubt; andere werden nicht veröffentlicht.",
                    "Wer Daten ansieht, ausleitet, ändert oder löscht, steht im Zugriffsprotokoll, das niemand ändern kann.",
                    "Einwilligung, Widerspruch und Einschränkung werden beim Versand geprüft, nicht nur bei der Annahme.",
                    "Personenbezogene Daten stehen nicht in technischen Protokollen."),
            "en",
            List.of(
                    "What was sent is encrypted for each customer and each delivery (AES-256-GCM); the master key is kept outside of the"
                            + " database.",
                    "Every event and every document is a leaf of a signed Merkle log, which is computed again each night.",
                    "In the database the application can neither change nor delete what is on record.",
                    "Roles part those who write templates, approve them, look after customers and see the archive; nobody approves what"
                            + " they wrote.",
                    "A template reads what its purpose allows; one that reads more is not published.",
                    "Whoever looks at data, exports, changes or deletes them is in the audit log, which nobody can change.",
                    "Consent, objection and restriction are checked when a message is sent, and not only when it is accepted.",
                    "Technical logs hold no personal data."));

    private Measures() {}
}
