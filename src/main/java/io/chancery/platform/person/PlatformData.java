package io.chancery.platform.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who looked at a person, and what was told to other systems or remembered of calls. */
@ApplicationScoped
class PlatformData implements PersonalData {

    private static final String MESSAGES = "(select id::text from message where customer_id = any ({customers}))";

    /** When and why, and not who: that is about the people who work here (EuGH C-579/21). */
    private static final Share ACCESSES = Share.observed(
                    "accesses",
                    "Wann jemand bei uns Ihre Daten angesehen oder geändert hat",
                    "When somebody here has looked at your data or changed them",
                    """
            select at, action, subject_kind as "subjectKind", subject from audit_entry
            where subject = any ({ucids}) or subject in
            """ + MESSAGES + " order by at, id")
            .staying(
                    "Das Prüfprotokoll: wer wann was getan hat, mit Kennungen statt Namen; nachzuweisen nach DSGVO Art. 5"
                            + " Abs. 2",
                    "The audit log: who did what when, with ids in the place of names; to be accounted for (GDPR Art. 5"
                            + " (2))");

    /** Of the transactions that moved a delivery, in which the news of it were written. */
    private static final String NEWS = """
            with told as (
                delete from outbox using (
                    select distinct event.tx, message.id::text as subject
                    from message join delivery on delivery.message_id = message.id
                        join event on event.delivery_id = delivery.id
                    where message.customer_id = any ({customers}) and event.at > now() - interval '31 days') as moved
                where outbox.tx = moved.tx and outbox.subject = moved.subject
                returning outbox.id)
            delete from webhook_delivery where (webhook_id, event_id) in (select webhook.id, told.id from webhook, told)
            """;

    @Override
    public List<Share> shares() {
        return List.of(ACCESSES);
    }

    @Override
    public List<String> erasing() {
        return List.of(NEWS, Answers.forgotten("""
                        select created_at as at, id::text as word from message where customer_id = any ({customers})
                        """));
    }
}
