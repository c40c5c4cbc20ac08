package io.chancery.platform.person;

/**
 * The statement that forgets what callers were answered who used an idempotency key. No index leads from an answer to what it is
 * about, and one would cost each message something; but it was given while that was written, and by time answers are found.
 */
public final class Answers {

    private Answers() {}

    /**
     * Forgets answers.
     *
     * @param occasions a query of the instants at which something was written, as {@code at}, and of a word that the answers
     *     about it have, as {@code word}
     */
    public static String forgotten(String occasions) {
        return """
                delete from idempotency_key using (select distinct answer.client_id, answer.key
                    from (%s) as occasion cross join lateral (
                        select client_id, key, location, response from idempotency_key
                        where created_at between occasion.at - interval '1 minute' and occasion.at + interval '2 minutes'
                        offset 0) as answer
                    where occasion.at > now() - interval '8 days'
                        and (strpos(response, word) > 0 or strpos(location, word) > 0)) as found
                where idempotency_key.client_id = found.client_id and idempotency_key.key = found.key
                """.formatted(occasions);
    }
}
