package io.chancery.dispatch.person;

import io.chancery.platform.Sql;
import io.chancery.platform.person.OnTheWay;
import io.chancery.platform.person.Person;
import io.chancery.platform.person.PersonalData;
import io.chancery.platform.person.Share;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What providers said of each hand-over, and where letters went. */
@ApplicationScoped
class DispatchData implements PersonalData, OnTheWay {

    private static final String DELIVERIES = "(select id from delivery where customer_id = any ({customers}))";

    private static final Share ATTEMPTS = Share.observed(
            "handovers",
            "An welche Dienstleister wir Ihre Nachrichten übergeben haben und was sie dazu sagten",
            "To which providers we handed your messages over, and what they said",
            """
            select delivery_id as "deliveryId", number, channel, provider, started_at as "startedAt",
                finished_at as "finishedAt", outcome, provider_reference as "providerReference", code, text
            from attempt where delivery_id in
            """ + DELIVERIES + " order by delivery_id, number");

    private static final Share LETTERS = Share.observed(
            "letters",
            "An welche Anschriften Briefe gingen und was aus ihnen wurde",
            "To which addresses letters went, and what became of them",
            """
            select delivery_id as "deliveryId", address, postcode, country, pages, pooled_at as "pooledAt",
                print_letter.run as "printRun", state, said_at as "saidAt", reason
            from print_letter left join print_piece on print_piece.run = print_letter.run and sequence = piece
            where delivery_id in
            """ + DELIVERIES + " order by pooled_at, delivery_id");

    /** What the printer has not acknowledged yet may still have to be read, to make the file once more. */
    private static final String AT_THE_PRINTER = """
            select exists (select from delivery join print_letter on print_letter.delivery_id = delivery.id
                where customer_id = any (?) and left_out is null and (print_letter.run is null or exists (
                    select from print_batch_piece as included join print_batch as batch
                        on batch.run = included.run and batch.number = included.batch
                    where included.run = print_letter.run and included.sequence = print_letter.piece
                        and batch.state in ('open', 'made', 'held'))))
            """;

    private final Sql sql;

    DispatchData(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Share> shares() {
        return List.of(ATTEMPTS, LETTERS);
    }

    @Override
    public boolean callOff(Person person) {
        return !sql.run(AT_THE_PRINTER, statement -> {
            Sql.setUuids(statement, 1, person.customers().stream());
            return Sql.rows(statement, row -> row.getBoolean(1)).get(0);
        });
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
                "delete from soft_bounce where delivery_id in " + DELIVERIES);
    }
}
