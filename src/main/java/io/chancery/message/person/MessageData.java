package io.chancery.message.person;

import io.chancery.platform.person.PersonalData;
import io.chancery.platform.person.Share;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The messages to a person with the data they were made from, and the copies that the person got of messages to others. Of
 * copies of the person's own messages it tells in which role somebody got one, and not who: that is somebody else's.
 */
@ApplicationScoped
class MessageData implements PersonalData {

    private static final Share MESSAGES = Share.observed(
                    "messages",
                    "Was wir Ihnen geschrieben haben, zu welchem Zweck und mit welchen Daten",
                    "What we have written to you, for which purpose and with which data",
                    """
            select message.id, message.ucid, message.template, version.number as version, message.class, purpose,
                initiation, reference, language, channels, data, metadata, send_at as "sendAt",
                message.created_at as "createdAt", outcome, array(select distinct role from copy
                    where copy.message_id = message.id and copy.customer_id <> all ({customers})) as "copiedTo"
            from message join template_version as version on version.id = template_version_id
                left join message_outcome on message_outcome.message_id = message.id
            where message.customer_id = any ({customers}) order by message.id
            """)
            .emptied(
                    "Kennung, Vorlage und Zeitpunkt jeder Nachricht, ohne Daten, Metadaten und Referenz; die Referenz dessen,"
                            + " was aufzubewahren ist, bleibt",
                    "Id, template and time of each message, without data, metadata and reference; the reference of what has"
                            + " to be kept stays");

    private static final Share COPIES = Share.observed(
                    "copiesReceived",
                    "Nachrichten an andere, von denen Sie eine Abschrift bekommen haben",
                    "Messages to others of which you got a copy",
                    """
            select message_id as "messageId", role, template, copy.language, created_at as "createdAt"
            from copy join message on message.id = copy.message_id
            where copy.customer_id = any ({customers}) and message.customer_id <> all ({customers}) order by message_id
            """)
            .staying(
                    "Dass jemand in dieser Rolle eine Abschrift bekam, gehört zur Nachricht an einen anderen",
                    "That somebody in this role got a copy belongs to the message to somebody else");

    private static final Share LINES = Share.observed(
            "runLines",
            "Zeilen aus Sammelaufträgen, die Sie betreffen",
            "Lines of bulk orders that are about you",
            """
            select run_item.run_id as "runId", line, content from message join run_item
                on run_item.run_id = message.run_id and run_item.line = message.run_line
            where message.customer_id = any ({customers}) and content is not null order by message.id
            """);

    /**
     * Lines that have made no message name the person by an id; some of those that are meant by chance go with them. Read are
     * those that wait and those that were not taken, each by an index that has no others.
     */
    private static final String NAMED_LINES = """
            update run_item set content = null where content is not null and %s and (
                exists (select from unnest({ucids}) as ucid where strpos(content, ucid) > 0)
                or exists (select from unnest({names}) as name where strpos(content, '"' || split_part(name, '/', 1) || '"') > 0
                    and strpos(content, '"' || substr(name, strpos(name, '/') + 1) || '"') > 0))
            """;

    @Override
    public List<Share> shares() {
        return List.of(MESSAGES, COPIES, LINES);
    }

    @Override
    public List<String> erasing() {
        return List.of(
                """
                update run_item set content = null from message
                where run_item.run_id = message.run_id and run_item.line = message.run_line
                    and message.customer_id = any ({customers})
                """,
                NAMED_LINES.formatted("state = 'waiting'"),
                NAMED_LINES.formatted("state in ('refused', 'cancelled')"),
                // By its reference what has to be kept must still be found.
                """
                update message set data = '{}', metadata = '{}', traceparent = null, reference = case
                    when exists (select from delivery where message_id = message.id and delivery.id = any ({kept}))
                    then reference else '' end
                where customer_id = any ({customers})
                """,
                """
                delete from archive_search where exists (
                    select from unnest({ucids} || {addresses}) as word where strpos(lower(query), lower(word)) > 0)
                """);
    }
}
