package io.chancery.dispatch.person;

import io.chancery.platform.person.PersonalData;
import io.chancery.platform.person.Share;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What providers said of each hand-over, and where letters went. */
@ApplicationScoped
class DispatchData implements PersonalData {

    private static final String DELIVERIES = "(select id from delivery where customer_id = any ({customers}))";

    private static final Share ATTEMPTS = Share.observed(
                    "handovers",
                    "An welche Dienstleister wir Ihre Nachrichten übergeben haben und was sie dazu sagten",
                    "To which providers we handed your messages over, and what they said",
                    """
            select delivery_id as "deliveryId", number, channel, provider, started_at as "startedAt",
                finished_at as "finishedAt", outcome, provider_reference as "providerReference", code, text
            from attempt where delivery_id in
            """ + DELIVERIES + " order by delivery_id, number")
            .emptied(
                    "Wann über welchen Dienstleister übergeben wurde, ohne dessen Worte; was er dabei vergab, bleibt nur von"
                            + " dem, was aufzubewahren ist",
                    "When and by which provider each was handed over, without its words; the reference that it gave stays"
                            + " only of what has to be kept");

    private static final Share LETTERS = Share.observed(
                    "letters",
                    "An welche Anschriften Briefe gingen und was aus ihnen wurde",
                    "To which addresses letters went, and what became of them",
                    """
            select delivery_id as "deliveryId", address, postcode, country, pages, pooled_at as "pooledAt",
                print_letter.run as "printRun", state, said_at as "saidAt", reason
            from print_letter left join print_piece on print_piece.run = print_letter.run and sequence = piece
            where delivery_id in
            """ + DELIVERIES + " order by pooled_at, delivery_id")
            .emptied(
                    "Blätter, Porto und Stand jedes Briefs ohne die Anschrift, bis sein Drucklauf vergessen wird",
                    "Sheets, postage and state of each letter without the address, until its print run is forgotten");

    @Override
    public List<Share> shares() {
        return List.of(ATTEMPTS, LETTERS);
    }

    @Override
    public List<String> erasing() {
        return List.of(
                "update attempt set text = '' where delivery_id in " + DELIVERIES,
                """
                update attempt set provider_reference = '' where delivery_id <> all ({kept}) and delivery_id in
                """ + DELIVERIES,
                """
                delete from attempt_reference where delivery_id <> all ({kept}) and delivery_id in
                """ + DELIVERIES,
                "update print_letter set address = '', postcode = '' where delivery_id in " + DELIVERIES,
                // In the printer's own words, which may name somebody.
                """
                update print_piece set reason = null from print_letter as letter
                where letter.run = print_piece.run and letter.piece = print_piece.sequence and reason is not null
                    and letter.delivery_id in
                """ + DELIVERIES,
                "delete from soft_bounce where delivery_id in " + DELIVERIES);
    }
}
