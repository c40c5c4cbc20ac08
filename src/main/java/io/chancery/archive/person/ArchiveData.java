package io.chancery.archive.person;

import io.chancery.platform.person.PersonalData;
import io.chancery.platform.person.Share;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What was sent to a person, and what happened to it; only what the person reads themselves. */
@ApplicationScoped
class ArchiveData implements PersonalData {

    private static final Share DELIVERIES = Share.observed(
                    "deliveries",
                    "Auf welchem Weg jede Nachricht kam und was daraus wurde",
                    "By which channel each message came, and what became of it",
                    """
            select delivery.id, message_id as "messageId", channel, status, copy_id is not null as copy, template,
                number as version, document_class as "documentClass"
            from delivery left join template_version as version on version.id = template_version_id
            where customer_id = any ({customers}) order by delivery.id
            """)
            .staying(
                    "Dass, wann, auf welchem Kanal und nach welcher Vorlage etwas versandt wurde, ohne Inhalt und Empfänger: daran"
                            + " hängen die Nachweise über alle anderen",
                    "That, when, on which channel and by which template something was sent, without content and recipient: the"
                            + " proofs of all others hang on it");

    private static final Share EVENTS = Share.observed(
                    "events",
                    "Jeder Schritt jeder Nachricht mit seinem Grund (die Gründe stehen in Worten in reasons.json)",
                    "Each step of each message with its reason (reasons.json has the reasons in words)",
                    """
            select event.delivery_id as "deliveryId", at, kind, attempt, reason, detail
            from delivery join event on event.delivery_id = delivery.id
            where customer_id = any ({customers}) order by delivery.id, at, event.id
            """)
            .staying(
                    "Schritte der Sendungen mit Zeiten und Gründen, ohne Angaben zur Person: Blätter des Protokolls, das niemand"
                            + " ändern kann",
                    "Steps of the deliveries with times and reasons, and nothing of the person: leaves of the log that nobody"
                            + " can change");

    @Override
    public List<Share> shares() {
        return List.of(DELIVERIES, EVENTS);
    }

    /** Documents lie encrypted, and words are forgotten by {@link io.chancery.archive.ArchiveSearch}; this is of before. */
    @Override
    public List<String> erasing() {
        return List.of("select erase_earlier_documents({customers}, {kept})", """
                update archive_export set query = '' where status in ('ready', 'outdated', 'failed') and exists (
                    select from unnest({ucids} || {addresses}) as word where strpos(lower(query), lower(word)) > 0)
                """);
    }
}
