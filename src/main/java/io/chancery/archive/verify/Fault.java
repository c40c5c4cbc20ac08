package io.chancery.archive.verify;

/**
 * Something in an export that does not hold.
 *
 * @param subject which file, row or checkpoint
 * @param detail more of it, in English; may be empty
 */
record Fault(Code code, String subject, String detail) {

    /** What can be wrong, each with its sentences. */
    enum Code {
        ZIP_BROKEN("The ZIP itself is not as an export has it", "Das ZIP selbst ist nicht so, wie ein Export es hat"),
        FILE_CHANGED(
                "The file is not what the manifest has of it", "Die Datei ist nicht, was das Verzeichnis von ihr sagt"),
        FILE_MISSING("The file is missing", "Die Datei fehlt"),
        FILE_INSERTED("The file is not in the manifest", "Die Datei steht nicht im Verzeichnis"),
        FILE_UNPROVEN(
                "The file belongs to no row of the record", "Die Datei gehört zu keinem Eintrag der Aufzeichnung"),
        MANIFEST_BROKEN(
                "The manifest has another form than that of an export",
                "Das Verzeichnis hat eine andere Form als die eines Exports"),
        MANIFEST_UNSIGNED(
                "The manifest was not signed with the key, or was changed since",
                "Das Verzeichnis wurde nicht mit dem Schlüssel unterschrieben oder seither geändert"),
        KEY_DIFFERS(
                "The key in the export is not the one that you trust",
                "Der Schlüssel im Export ist nicht der, dem Sie vertrauen"),
        CHECKPOINT_BROKEN("The checkpoint does not hold", "Der Prüfpunkt hält nicht"),
        CHECKPOINT_UNCHAINED(
                "The log at the checkpoint does not go on from the one before",
                "Das Protokoll am Prüfpunkt setzt das vorige nicht fort"),
        TIME_STAMP_WRONG("The time-stamp of the checkpoint is wrong", "Der Zeitstempel des Prüfpunkts ist falsch"),
        ROW_BROKEN("The row cannot be read", "Der Eintrag ist nicht lesbar"),
        ROW_NOT_IN_LOG("The row is not in the log", "Der Eintrag ist nicht im Protokoll"),
        ROW_CHANGED(
                "The row says something else than what was recorded",
                "Der Eintrag sagt etwas anderes als das Aufgezeichnete"),
        ANCHOR_DIFFERS(
                "The checkpoints outside the export are those of another log",
                "Die Prüfpunkte außerhalb des Exports sind die eines anderen Protokolls"),
        TOO_MANY("There are more faults; they are not listed", "Es gibt weitere Fehler; sie sind nicht aufgeführt");

        private final String english;
        private final String german;

        Code(String english, String german) {
            this.english = english;
            this.german = german;
        }

        String sentence(boolean inGerman) {
            return inGerman ? german : english;
        }
    }

    String sentence(boolean inGerman) {
        var end = detail.isEmpty() ? "" : " (" + detail + ")";
        return subject + ": " + code.sentence(inGerman) + end;
    }
}
