package io.chancery.platform.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;

/** All that is logged while it is open, as lines of JSON. */
public final class Logged extends ExtHandler {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private Logged() {
        setFormatter(new JsonLine());
    }

    public static Logged fromNow() {
        var logged = new Logged();
        LogContext.getLogContext().getLogger("").addHandler(logged);
        return logged;
    }

    @Override
    protected void doPublish(ExtLogRecord logged) {
        lines.add(getFormatter().format(logged));
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        LogContext.getLogContext().getLogger("").removeHandler(this);
    }
}
