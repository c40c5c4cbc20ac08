package io.chancery.customer.matching.spelling;

import java.util.Set;

/** What stands before the «at» of an e-mail address. */
public final class Mailboxes {

    /** Shorter names stand in many words. */
    private static final int SHORTEST_NAME = 3;

    private static final Set<String> ROLES = Set.of(
            "accounting",
            "admin",
            "anfrage",
            "anfragen",
            "billing",
            "bestellung",
            "buchhaltung",
            "buero",
            "buro",
            "contact",
            "einkauf",
            "empfang",
            "hallo",
            "hello",
            "help",
            "info",
            "kontakt",
            "kundenservice",
            "mail",
            "marketing",
            "no-reply",
            "noreply",
            "office",
            "orders",
            "post",
            "postmaster",
            "rechnung",
            "rechnungen",
            "reception",
            "sales",
            "sekretariat",
            "service",
            "support",
            "team",
            "verkauf",
            "vertrieb",
            "verwaltung",
            "webmaster",
            "zentrale");

    private Mailboxes() {}

    /** Whether a function of a firm reads it, and not one person. */
    public static boolean isRole(String mailbox) {
        return ROLES.contains(mailbox);
    }

    /** Whether a word of a folded name is part of it. */
    public static boolean hasName(String mailbox, String name) {
        for (var word : name.split(" ")) {
            if (word.length() >= SHORTEST_NAME && mailbox.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
