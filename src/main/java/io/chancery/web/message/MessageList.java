package io.chancery.web.message;

import io.chancery.message.MessageView;
import io.chancery.web.TemplateTitles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the list of messages.
 *
 * @param complete whether no older messages follow
 * @param templates to choose from
 * @param fault what is wrong with the question; null if nothing is
 */
record MessageList(
        List<Row> rows,
        MessageQuery query,
        boolean complete,
        List<TemplateTitles.Choice> templates,
        List<String> channels,
        @Nullable String fault) {

    /** A message and the title of its template. */
    record Row(MessageView message, String title) {}

    /** The query of the page that follows; null on the last one. */
    public @Nullable String olderQuery() {
        return complete || rows.isEmpty()
                ? null
                : query.olderThan(rows.get(rows.size() - 1).message().id());
    }
}
