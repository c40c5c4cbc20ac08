package io.chancery.archive.export.dossier;

/** Why an export has less of a delivery than one might look for. */
public enum Remark {
    NONE("", ""),
    ERASED(
            "The customer was erased: what was sent can no longer be read, and that it was sent is still proven.",
            "Der Kunde wurde gelöscht: Was gesendet wurde, ist nicht mehr lesbar; dass es gesendet wurde, bleibt bewiesen."),
    EXPIRED(
            "What was kept has been deleted at the end of its retention period.",
            "Das Aufbewahrte wurde nach Ablauf der Aufbewahrungsfrist gelöscht."),
    UNREADABLE(
            "What is stored cannot be opened with the customer's key: somebody has changed it.",
            "Das Gespeicherte lässt sich mit dem Schlüssel des Kunden nicht öffnen: Jemand hat es geändert.");

    private final String english;
    private final String german;

    Remark(String english, String german) {
        this.english = english;
        this.german = german;
    }

    public String english() {
        return english;
    }

    public String german() {
        return german;
    }
}
