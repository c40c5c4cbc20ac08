package io.chancery.template.life;

import io.chancery.template.SourceKey;
import io.chancery.template.VersionState.Step;
import io.chancery.template.VersionState.Step.Kind;
import io.chancery.template.Workshop.Use;
import io.chancery.template.store.StepTable;
import io.chancery.template.store.TemplateStore;
import io.chancery.template.store.UseTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What can be done to a version of a template, a block or a brand once it is submitted, and by whom. To publish a block
 * or a brand changes no template: it is what versions of templates pin that are made from then on.
 */
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
    private final UseTable uses;
    private final Drafts drafts;
    private final Clock clock;

    Lifecycle(TemplateStore store, StepTable steps, UseTable uses, Drafts drafts, Clock clock) {
        this.store = store;
        this.steps = steps;
        this.uses = uses;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * Says that a version may be published.
     *
     * @throws LifeException if the caller has a part in it, or if it is not submitted
     */
    @Transactional
    public void approve(SourceKey source, int number, byte[] body, String by) {
        var reason = StepBody.reason(body);
        var version = begin(source, number, Kind.APPROVED);
        var done = steps.of(source.kind(), version);
        var authors = new ArrayList<>(done.get(0).editors());
        authors.add(done.get(0).by());
        if (authors.contains(by)) {
            throw LifeException.ownChange();
        }
        steps.add(version, source, Kind.APPROVED, by, reason);
    }

    /** Gives a version back: its sources are a draft again, unless there is one already. */
    @Transactional
    public void giveBack(SourceKey source, int number, byte[] body, String by) {
        var reason = StepBody.demandedReason(body);
        var version = begin(source, number, Kind.RETURNED);
        steps.add(version, source, Kind.RETURNED, by, reason);
        drafts.giveBack(
                source,
                store.ownFiles(source.kind(), version),
                steps.of(source.kind(), version).get(0).editors());
    }

    /** Lets new messages be made from a version, from a time on or, if there is none or it has passed, from now on. */
    @Transactional
    public void publish(SourceKey source, int number, byte[] body, String by) {
        var said = StepBody.withFrom(body);
        var version = begin(source, number, Kind.PUBLISHED);
        var now = clock.instant();
        var start = said.from() == null || said.from().isBefore(now) ? now : said.from();
        steps.add(version, source, new Step(Kind.PUBLISHED, by, now, start, said.reason(), List.of()));
    }

    /**
     * No new message is made from the version any more; those that were accepted are sent as they were meant. Of a block or
     * a brand, no new version of a template pins it.
     *
     * @throws LifeException if it is the live one of a block or a brand that live templates use
     */
    @Transactional
    public void retire(SourceKey source, int number, byte[] body, String by) {
        var reason = StepBody.reason(body);
        var version = begin(source, number, Kind.RETIRED);
        if (source.isShared()
                && steps.findLiveId(source).filter(version::equals).isPresent()) {
            demandUnused(source);
        }
        steps.add(version, source, Kind.RETIRED, by, reason);
    }

    private void demandUnused(SourceKey part) {
        var users = uses.of(part).stream().map(Use::template).toList();
        if (!users.isEmpty()) {
            throw LifeException.inUse(users);
        }
    }

    /** One step of a source at a time. */
    private UUID begin(SourceKey source, int number, Kind step) {
        store.lock(source);
        var version = find(source, number);
        var done = steps.of(source.kind(), version);
        var status = done.get(done.size() - 1).kind();
        if (!BEFORE.getOrDefault(step, Set.of()).contains(status)) {
            throw LifeException.notPossible(step, status);
        }
        return version;
    }

    /** @throws io.chancery.platform.ProblemException if there is no such version */
    public UUID find(SourceKey source, int number) {
        return store.findId(source, number).orElseThrow(LifeException::unknownVersion);
    }

    /** @throws io.chancery.platform.ProblemException if no version is live */
    public UUID findLive(SourceKey source) {
        return steps.findLiveId(source).orElseThrow(LifeException::unknownVersion);
    }
}
