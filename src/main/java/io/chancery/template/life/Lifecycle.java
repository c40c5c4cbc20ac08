package io.chancery.template.life;

import io.chancery.template.store.Step;
import io.chancery.template.store.Step.Kind;
import io.chancery.template.store.StepTable;
import io.chancery.template.store.TemplateStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done to a version once it is submitted, and by whom. */
@ApplicationScoped
public class Lifecycle {

    /** What a version must be for a step to be possible. A published one again: that is how one goes back to it. */
    private static final Map<Kind, Set<Kind>> BEFORE = Map.of(
            Kind.APPROVED, Set.of(Kind.SUBMITTED),
            Kind.RETURNED, Set.of(Kind.SUBMITTED, Kind.APPROVED),
            Kind.PUBLISHED, Set.of(Kind.APPROVED, Kind.PUBLISHED, Kind.RETIRED),
            Kind.RETIRED, Set.of(Kind.APPROVED, Kind.PUBLISHED));

    private final TemplateStore store;
    private final StepTable steps;
    private final Drafts drafts;
    private final Clock clock;

    Lifecycle(TemplateStore store, StepTable steps, Drafts drafts, Clock clock) {
        this.store = store;
        this.steps = steps;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * Says that a version may be published.
     *
     * @throws LifeException if the caller has a part in it, or if it is not submitted
     */
    @Transactional
    void approve(String template, int number, String by, String reason) {
        var version = begin(template, number, Kind.APPROVED);
        var done = steps.of(version);
        var authors = new ArrayList<>(done.get(0).editors());
        authors.add(done.get(0).by());
        if (authors.contains(by)) {
            throw LifeException.ownChange();
        }
        steps.add(version, template, Kind.APPROVED, by, reason);
    }

    /** Gives a version back: its sources are a draft again, unless there is one already. */
    @Transactional
    void giveBack(String template, int number, String by, String reason) {
        var version = begin(template, number, Kind.RETURNED);
        steps.add(version, template, Kind.RETURNED, by, reason);
        drafts.giveBack(template, ownFiles(version), steps.of(version).get(0).editors());
    }

    /**
     * Lets new messages be made from a version.
     *
     * @param from null, or a time that has passed, for now
     */
    @Transactional
    void publish(String template, int number, String by, @Nullable Instant from, String reason) {
        var version = begin(template, number, Kind.PUBLISHED);
        var now = clock.instant();
        var start = from == null || from.isBefore(now) ? now : from;
        steps.add(version, template, new Step(Kind.PUBLISHED, by, now, start, reason, List.of()));
    }

    /** No new message is made from the version any more; those that were accepted are sent as they were meant. */
    @Transactional
    void retire(String template, int number, String by, String reason) {
        var version = begin(template, number, Kind.RETIRED);
        steps.add(version, template, Kind.RETIRED, by, reason);
    }

    /** One step of a template at a time. */
    private UUID begin(String template, int number, Kind step) {
        store.lock(template);
        var version = find(template, number);
        var done = steps.of(version);
        var status = done.get(done.size() - 1).kind();
        if (!BEFORE.getOrDefault(step, Set.of()).contains(status)) {
            throw LifeException.notPossible(step, status);
        }
        return version;
    }

    /** @throws io.chancery.platform.ProblemException if there is no such version */
    public UUID find(String template, int number) {
        return store.findId(template, number).orElseThrow(LifeException::unknownVersion);
    }

    /** The sources of a version that are not blocks or its brand's. */
    Map<String, String> ownFiles(UUID version) {
        var own = new TreeMap<String, String>();
        store.files(version).forEach((path, content) -> {
            if (!path.startsWith("blocks/") && !path.startsWith("brand/")) {
                own.put(path, new String(content, StandardCharsets.UTF_8));
            }
        });
        return own;
    }
}
