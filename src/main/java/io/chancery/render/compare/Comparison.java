package io.chancery.render.compare;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.render.difference.Change;
import io.chancery.render.difference.Difference;
import io.chancery.render.difference.Difference.Finding;
import io.chancery.vocabulary.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two versions of a template.
 *
 * @param oldVersion its number; 0 for a draft, or for a folder
 * @param same whether every rendition of every fixture is unchanged
 */
public record Comparison(
        String template, int oldVersion, int newVersion, boolean same, List<FixtureComparison> fixtures) {

    static final String SHOWN = "shown";
    static final String DROPPED = "dropped";

    static Comparison of(String template, int oldVersion, int newVersion, List<FixtureComparison> fixtures) {
        boolean same = fixtures.stream().allMatch(FixtureComparison::same);
        return new Comparison(template, oldVersion, newVersion, same, fixtures);
    }

    /**
     * One fixture in both versions.
     *
     * @param advertising whether with what the message promotes ({@code shown}) or without ({@code dropped}); null if neither
     *     version promotes anything
     * @param copy the role in which somebody else gets it; null for the message itself
     * @param otherData whether the versions have other data for it, which may be all that differs
     * @param channels none if only one version has the fixture, or such copies
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FixtureComparison(
            String fixture,
            @Nullable String advertising,
            @Nullable String copy,
            Change change,
            boolean otherData,
            List<ChannelComparison> channels) {

        static FixtureComparison of(
                String fixture, @Nullable String advertising, boolean otherData, List<ChannelComparison> channels) {
            boolean same = channels.stream().allMatch(ChannelComparison::same);
            return new FixtureComparison(
                    fixture, advertising, null, same ? Change.UNCHANGED : Change.CHANGED, otherData, channels);
        }

        FixtureComparison asCopy(String role) {
            return new FixtureComparison(fixture, advertising, role, change, otherData, channels);
        }

        /** What it is called among others. */
        @JsonIgnore
        public String name() {
            return fixture
                    + (DROPPED.equals(advertising) ? "-without-advertising" : "")
                    + (copy == null ? "" : "-copy-" + copy);
        }

        boolean same() {
            return change == Change.UNCHANGED;
        }
    }

    /**
     * One fixture on one channel.
     *
     * @param says what differs, in sentences for an author
     * @param difference the same for programs; null unless both can be rendered and something differs
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChannelComparison(
            Channel channel,
            Change change,
            List<String> says,
            @Nullable Difference difference) {

        static ChannelComparison unlike(Channel channel, Change change, List<String> reasons) {
            return new ChannelComparison(channel, change, reasons, null);
        }

        static ChannelComparison of(Channel channel, Difference difference) {
            var says = difference.findings().stream().map(Finding::says).toList();
            return says.isEmpty()
                    ? unlike(channel, Change.UNCHANGED, says)
                    : new ChannelComparison(channel, Change.CHANGED, says, difference);
        }

        boolean same() {
            return change == Change.UNCHANGED;
        }

        /** What differs, with the lines of text. */
        @JsonIgnore
        public List<Finding> findings() {
            return difference == null
                    ? says.stream()
                            .map(sentence -> new Finding(sentence, List.of()))
                            .toList()
                    : difference.findings();
        }
    }
}
