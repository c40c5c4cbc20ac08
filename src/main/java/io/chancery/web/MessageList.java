package io.chancery.web;

import io.chancery.message.MessageView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the list of messages.
 *
 * @param status the one it is narrowed to; null for all
 * @param after the cursor it starts behind; null for the newest
 * @param complete whether no older messages follow
 */
record MessageList(
        List<Row> rows, @Nullable String status, @Nullable String after, boolean complete) {

    /** A message and the title of its template. */
    record Row(MessageView message, String title) {}

    /** Whether newer messages precede this page. */
    public boolean isLater() {
        return after != null;
    }

    /** The query of the page with the newest messages. */
    public String newestQuery() {
        return status == null ? "" : "?status=" + status;
    }

    /** The query of the page that follows; null on the last one. */
    public @Nullable String olderQuery() {
        if (complete) {
            return null;
        }
        var cursor = rows.get(rows.size() - 1).message().id();
        return (status == null ? "?" : "?status=" + status + "&") + "after=" + cursor;
    }
}
