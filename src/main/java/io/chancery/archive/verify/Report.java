package io.chancery.archive.verify;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the verification of an export came to. */
final class Report {

    private final Findings findings;
    private long files;
    private int checkpoints;
    private long leaves;
    private int timeStamps;
    private int unreadTimeStamps;
    private int deliveries;
    private int opened;
    private int closed;
    private int deleted;
    private int anchored;

    Report(Findings findings) {
        this.findings = findings;
    }

    void file() {
        files++;
    }

    void checked(CheckpointCheck checked, DeliveryCheck delivered) {
        checkpoints = checked.count();
        leaves = checked.last().map(last -> last.size()).orElse(0L);
        timeStamps = checked.timeStamps();
        unreadTimeStamps = checked.unread();
        deliveries = delivered.deliveries();
        opened = delivered.opened();
        closed = delivered.closed();
        deleted = delivered.deleted();
    }

    /** What the checkpoints outside have shown; null if there were none. */
    void anchored(@Nullable AnchoredNotes anchor, Findings unanchored) {
        unanchored.faults().forEach(fault -> findings.add(fault.code(), fault.subject(), fault.detail()));
        if (anchor != null) {
            anchored = anchor.compared();
            if (anchored == 0) {
                findings.add(
                        Fault.Code.ANCHOR_DIFFERS,
                        "anchor",
                        "no checkpoint of the export lies between those of the anchor");
            }
        }
    }

    List<Fault> faults() {
        return findings.faults();
    }

    boolean holds() {
        return findings.isEmpty();
    }

    /** What holds, in sentences. */
    List<String> statements(boolean german) {
        return Stream.of(
                        Statement.FILES.of(german, files),
                        Statement.CHECKPOINTS.of(german, checkpoints, leaves),
                        Statement.ROWS.of(german, deliveries, opened + closed),
                        closed > 0 ? Statement.CLOSED.of(german, closed) : "",
                        deleted > 0 ? Statement.DELETED.of(german, deleted) : "",
                        anchored > 0 ? Statement.ANCHORED.of(german, anchored) : "",
                        timeStamps > 0 ? Statement.TIME_STAMPS.of(german, timeStamps) : "",
                        unreadTimeStamps > 0 ? Statement.UNREAD_TIME_STAMPS.of(german, unreadTimeStamps) : "")
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    /** What can hold. */
    private enum Statement {
        FILES(
                "%d files: each is what the signed manifest says of it.",
                "%d Dateien: jede ist, was das unterschriebene Verzeichnis von ihr sagt."),
        CHECKPOINTS(
                "%d checkpoints: all signed with your key, each goes on from the one before (%d leaves in the end).",
                "%d Prüfpunkte: alle mit Ihrem Schlüssel unterschrieben, jeder setzt den vorigen fort (zuletzt %d Blätter)."),
        ROWS(
                "%d deliveries with %d rows: all in the log, none changed since it was recorded.",
                "%d Zustellungen mit %d Einträgen: alle im Protokoll, keiner seit seiner Aufzeichnung geändert."),
        CLOSED(
                "Of these %d are in the log, but what they said can no longer be checked: the customer was erased.",
                "Davon sind %d im Protokoll, doch ihr Inhalt ist nicht mehr prüfbar: der Kunde wurde gelöscht."),
        DELETED(
                "%d deliveries were deleted at the end of their retention period: proposed, approved and put on record.",
                "%d Zustellungen wurden nach Ablauf ihrer Aufbewahrungsfrist gelöscht: vorgeschlagen, genehmigt und"
                        + " protokolliert."),
        ANCHORED(
                "%d checkpoints are among those that you have kept yourself.",
                "%d Prüfpunkte stehen so auch in denen, die Sie selbst verwahrt haben."),
        TIME_STAMPS("%d time-stamps hold.", "%d Zeitstempel gelten."),
        UNREAD_TIME_STAMPS(
                "%d time-stamps were not checked: name their --tsa-certificate.",
                "%d Zeitstempel wurden nicht geprüft: geben Sie --tsa-certificate an.");

        private final String english;
        private final String german;

        Statement(String english, String german) {
            this.english = english;
            this.german = german;
        }

        String of(boolean inGerman, Object... numbers) {
            return (inGerman ? german : english).formatted(numbers);
        }
    }
}
