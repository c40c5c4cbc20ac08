package io.chancery.archive.person.report;

/** What an erasure comes to, in words for a clerk. */
final class ReportWords {

    private ReportWords() {}

    static String german(long kept) {
        var first = kept == 0
                ? "Alle Angaben zur Person werden gelöscht; was versandt wurde, kann niemand mehr lesen."
                : ("Gelöscht werden alle Angaben zur Person außer %d Sendungen, die aufzubewahren sind (DSGVO Art. 17 Abs. 3 b"
                                + " und e). Sie sind eingeschränkt: nur die Compliance sieht sie, und sie gehen am Ende ihrer Frist.")
                        .formatted(kept);
        return first
                + " Was sonst bleibt, nennt niemanden (stays). In Sicherungen sind die Dokumente ohne den gelöschten Schlüssel"
                + " unlesbar; alles Übrige geht mit ihnen. Dienstleister, Drucker und Postfach für Rückläufer löschen selbst.";
    }

    static String english(long kept) {
        var first = kept == 0
                ? "All that is known of the person is erased; nobody can read any more what was sent."
                : ("All that is known of the person is erased, except for %d deliveries that have to be kept (GDPR Art. 17 (3) b"
                                + " and e). These are restricted: compliance alone sees them, and they go at the end of their"
                                + " period.")
                        .formatted(kept);
        return first
                + " What stays besides names nobody (stays). Without the key that was destroyed the documents in back-ups cannot"
                + " be read; all else goes when these do. Providers, printers and the mailbox for bounces erase by themselves.";
    }
}
