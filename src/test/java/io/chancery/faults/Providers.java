package io.chancery.faults;

import io.chancery.faults.Checker.Key;
import io.chancery.faults.Checker.Recorded;
import io.chancery.faults.Mischief.Kind;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Two relays and two SMSCs, and what they took over. */
final class Providers implements AutoCloseable {

    private static final Kind[] REFUSALS = {Kind.REFUSE_FOR_NOW, Kind.REFUSE_FOR_GOOD};
    /** The texts on their way in a session when it is cut: as many as its window. */
    private static final int WINDOW = 10;

    private final Acceptances mails;
    private final Acceptances texts;
    private final Map<String, Listener> listeners = new TreeMap<>();

    /**
     * @param folder for what they write down
     * @param cuts the share of deliveries after which the connection is cut
     */
    Providers(Path folder, long seed, double cuts) {
        mails = new Acceptances(folder.resolve("mails.log"));
        texts = new Acceptances(folder.resolve("texts.log"));
        for (var name : List.of("north", "south")) {
            var relay = new FaultyRelay(mails, new Mischief(seed + listeners.size(), cuts));
            listeners.put("email.providers." + name, new Listener(relay::hold));
            var smsc = new FaultySmsc(texts, new Mischief(seed + listeners.size(), cuts));
            listeners.put("sms.providers." + name, new Listener(smsc::hold));
        }
    }

    Map<String, String> settings(String perSecond) {
        var settings = new HashMap<String, String>();
        listeners.forEach((name, listener) -> {
            var prefix = "chancery.dispatch." + name + ".";
            settings.put(prefix + "host", "127.0.0.1");
            settings.put(prefix + "port", Integer.toString(listener.port()));
            if (name.startsWith("email")) {
                settings.put(prefix + "tls", "none");
            } else {
                settings.put(prefix + "longest-reconnect-after", "5s");
            }
            if (!perSecond.isEmpty()) {
                settings.put(prefix + "per-second", perSecond);
            }
        });
        return settings;
    }

    Collection<Listener> listeners() {
        return listeners.values();
    }

    int taken() {
        return mails.total() + texts.total();
    }

    int cuts() {
        return played(Kind.CUT_BEFORE_ANSWER, Kind.CUT_AFTER_ANSWER);
    }

    /** How many hand-overs can have been under way on the connections that were cut. */
    int openAtCuts() {
        var cuts = new Kind[] {Kind.CUT_BEFORE_ANSWER, Kind.CUT_AFTER_ANSWER};
        return mails.played(cuts) + WINDOW * texts.played(cuts);
    }

    int refusals() {
        return played(REFUSALS);
    }

    int drips() {
        return played(Kind.DRIP);
    }

    int doubleAnswers() {
        return played(Kind.ANSWER_TWICE);
    }

    private int played(Kind... kinds) {
        return mails.played(kinds) + texts.played(kinds);
    }

    /** How often each delivery was taken; mails and letters are known by the delivery's id. */
    Map<Key, Integer> taken(List<Recorded> record, Map<String, Integer> letters) {
        var keys = new HashMap<String, Key>();
        record.forEach(delivery -> keys.put(delivery.id(), delivery.key()));
        var taken = new HashMap<Key, Integer>();
        mails.counts().forEach((id, count) -> taken.put(keys.getOrDefault(id, new Key("email", id)), count));
        texts.counts().forEach((name, count) -> taken.put(new Key("sms", name), count));
        letters.forEach((id, count) -> taken.put(keys.getOrDefault(id, new Key("print", id)), count));
        return taken;
    }

    @Override
    public void close() {
        listeners().forEach(Listener::close);
        mails.close();
        texts.close();
    }
}
