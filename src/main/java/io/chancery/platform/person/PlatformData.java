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
            """ + MESSAGES + " order by at, id");

    @Override
    public List<Share> shares() {
        return List.of(ACCESSES);
    }

    @Override
    public List<String> erasing() {
        return List.of("""
                with told as (
                    delete from outbox where subject = any ({names}) or subject in
                """ + MESSAGES + """
                     or exists (select from unnest({ucids}) as ucid where strpos(payload::text, ucid) > 0)
                    returning id)
                delete from webhook_delivery using told where event_id = told.id
                """, """
                delete from idempotency_key where exists (select from unnest({ucids} || array
                """ + MESSAGES + """
                ) as word where strpos(response, word) > 0 or strpos(location, word) > 0)
                """);
    }
}
