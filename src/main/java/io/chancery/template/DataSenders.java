package io.chancery.template;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Knows what API clients have sent to templates of late. A bean of the feature that keeps the messages. */
public interface DataSenders {

    /**
     * What one client sent.
     *
     * @param messages how many of its messages were looked at, the newest
     * @param all whether it certainly sent no more than these
     * @param matching in how many of them each path found something, by the name of the path
     * @param asking how many of them asked for a copy in each role, by the role
     */
    record Sender(String client, long messages, boolean all, Map<String, Long> matching, Map<String, Long> asking) {}

    /**
     * Counts the messages of each client in whose data SQL/JSON paths find something, and those that asked for copies; in
     * bounded time, however many messages there are.
     *
     * @param paths by any names
     * @param roles of copies
     * @return by the clients' names; those who sent nothing are left out
     */
    List<Sender> senders(String template, Instant since, Map<String, String> paths, List<String> roles);
}
