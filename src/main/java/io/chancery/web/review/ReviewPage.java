package io.chancery.web.review;

import io.chancery.platform.ProblemException;
import io.chancery.template.Difference;
import io.chancery.template.SourceKey;
import io.chancery.template.VersionState.Step;
import io.chancery.web.Reader;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A version before somebody who decides about it.
 *
 * @param history what was done to it
 * @param changes what differs from the version it is compared with
 * @param rendered what it is rendered with
 * @param notice a code for what has just been done; null for nothing
 * @param fault why something could not be done; null if it could
 */
record ReviewPage(
        SourceKey source,
        int number,
        String title,
        History history,
        Changes changes,
        Rendered rendered,
        @Nullable String notice,
        @Nullable ProblemException fault) {

    /**
     * What differs.
     *
     * @param from number of the other version; 0 if there is none
     * @param live whether that is the live one
     * @param added what the texts name only now
     * @param removed what they named only before
     * @param leftBehind languages that are as before while another was changed
     */
    record Changes(
            int from,
            boolean live,
            List<SourceDiff> files,
            List<String> added,
            List<String> removed,
            List<String> leftBehind,
            Difference difference) {

        /** Whether the data that systems send must change. */
        public boolean isAboutData() {
            var data = difference.data();
            return data != null
                    && !(data.added().isEmpty()
                            && data.removed().isEmpty()
                            && data.demanded().isEmpty()
                            && data.retyped().isEmpty());
        }
    }

    /**
     * What was done to a version.
     *
     * @param steps oldest first
     * @param live whether new messages are made from it
     */
    record History(List<Step> steps, boolean live) {}

    /**
     * What it is rendered with.
     *
     * @param template of a part one that uses it
     * @param templates all of them
     */
    record Rendered(String template, List<String> templates, List<String> fixtures) {}

    public String path() {
        return "/reviews/" + source.kind().plural() + "/" + source.key() + "/" + number;
    }

    public List<Step> steps() {
        return history.steps();
    }

    public Step last() {
        return steps().get(steps().size() - 1);
    }

    public Step submitted() {
        return steps().get(0);
    }

    public boolean isSubmitted() {
        return last().kind() == Step.Kind.SUBMITTED;
    }

    /** Whether it can be published, or be gone back to. */
    public boolean isPublishable() {
        return !history.live()
                && Set.of(Step.Kind.APPROVED, Step.Kind.PUBLISHED, Step.Kind.RETIRED)
                        .contains(last().kind());
    }

    public boolean isReturnable() {
        return isSubmitted() || last().kind() == Step.Kind.APPROVED;
    }

    public boolean isRetirable() {
        return last().kind() == Step.Kind.APPROVED || last().kind() == Step.Kind.PUBLISHED;
    }

    /** Whether somebody has a part in it: nobody approves what they wrote. */
    public boolean isBy(String name) {
        return submitted().by().equals(name) || submitted().editors().contains(name);
    }

    /** Whether somebody has the role to approve or return. */
    public boolean mayApprove(Reader reader) {
        return reader.may(List.of("approver", "admin"));
    }

    /** Whether somebody has the role to see samples rendered. */
    public boolean mayCompare(Reader reader) {
        return reader.may(List.of("author", "approver", "admin"));
    }

    /** Whether somebody has the role to publish and to retire. */
    public boolean mayPublish(Reader reader) {
        return reader.may(List.of("author", "approver", "admin"));
    }
}
