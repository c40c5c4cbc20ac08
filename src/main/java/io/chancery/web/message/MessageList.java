package io.chancery.web.message;

import io.chancery.message.MessageView;
import io.chancery.platform.IdGenerator;
import io.chancery.web.TemplateTitles;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page of the list of messages.
 *
 * @param complete whether no older messages follow
 * @param lookedUpTo the last message that was looked at, if others may be found behind it; null otherwise
 * @param templates to choose from
 * @param fault what is wrong with the question; null if nothing is
 */
record MessageList(
        List<Row> rows,
        MessageQuery query,
        boolean complete,
        @Nullable UUID lookedUpTo,
        List<TemplateTitles.Choice> templates,
        List<String> channels,
        @Nullable String fault) {

    /** A message and the title of its template. */
    record Row(MessageView message, String title) {}

    /** The query that goes on where the looking has stopped; null if it has not. */
    public @Nullable String furtherQuery() {
        return lookedUpTo == null ? null : query.olderThan(lookedUpTo);
    }

    /** From when the last message is that was looked at. */
    public Instant lookedUntil() {
        return IdGenerator.time(Objects.requireNonNull(lookedUpTo));
    }

    /** The query of the page that follows; null on the last one. */
    public @Nullable String olderQuery() {
        return complete || rows.isEmpty()
                ? null
                : query.olderThan(rows.get(rows.size() - 1).message().id());
    }
}
