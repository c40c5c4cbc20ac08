package io.chancery.template.life;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import io.chancery.template.VersionState.Step.Kind;
import java.util.List;

/** What people can do wrong with drafts and versions. */
final class LifeException extends ProblemException {

    private LifeException(int status, String code, String message, List<Fault> faults) {
        super(status, code, message, faults);
    }

    static LifeException unknownDraft() {
        return new LifeException(404, "unknown-draft", "There is no such draft", List.of());
    }

    static LifeException unknownVersion() {
        return new LifeException(404, "unknown-version", "There is no version of this number", List.of());
    }

    static LifeException staleDraft(long revision) {
        var message = revision == 0
                ? "There is no draft any more"
                : "Somebody else has changed the draft; it is at revision " + revision;
        return new LifeException(409, "stale-version", message, List.of());
    }

    static LifeException overtaken() {
        return new LifeException(
                409, "stale-version", "What it was checked with has changed meanwhile; try again", List.of());
    }

    static LifeException invalidDraft(List<Fault> faults) {
        return new LifeException(422, "invalid-draft", "The draft cannot be kept", faults);
    }

    static LifeException invalidStep(List<Fault> faults) {
        return new LifeException(422, "invalid-step", "This cannot be done to the version", faults);
    }

    /** Four eyes see more than two. */
    static LifeException ownChange() {
        return new LifeException(
                403,
                "own-change",
                "Whoever wrote or submitted a version cannot approve it; ask a colleague",
                List.of());
    }

    static LifeException notPossible(Kind step, Kind status) {
        var message = "The version is " + status.code() + ", so it cannot be " + step.code();
        return new LifeException(409, "wrong-status", message, List.of());
    }

    /** Its templates could not be submitted again. */
    static LifeException inUse(List<String> templates) {
        var message = "Live templates use it: " + String.join(", ", templates);
        return new LifeException(409, "in-use", message, List.of());
    }
}
