package io.chancery.render;

import io.chancery.render.compare.Comparer;
import io.chancery.render.compare.Comparison;
import io.chancery.render.compare.ComparisonOrder;
import io.chancery.render.difference.Difference;
import io.chancery.render.difference.LetterDifference;
import io.chancery.render.difference.PageDifference;
import io.chancery.render.difference.TextDifference;
import io.chancery.render.difference.text.Masks;
import io.chancery.template.Specimen;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two versions of a template side by side, rendered, for people to look at. */
@ApplicationScoped
public class Comparisons {

    /** Three pictures of each. */
    private static final int MOST_PAGES = 40;

    /** Without pictures. */
    private static final int MOST_SURVEYED_PAGES = 400;

    private final Comparer comparer;

    Comparisons(Comparer comparer) {
        this.comparer = comparer;
    }

    /**
     * One fixture in both versions.
     *
     * @param advertising {@code shown} or {@code dropped}; null if neither version promotes anything
     * @param copy the role in which somebody else gets it; null for the message itself
     * @param change {@code unchanged}, {@code changed}, {@code only-in-old} or {@code only-in-new}
     * @param otherData whether the versions have other data for it, which may be all that differs
     */
    public record Compared(
            String fixture,
            @Nullable String advertising,
            @Nullable String copy,
            String change,
            boolean otherData,
            List<OnChannel> channels) {

        /** Whether it reaches everybody as before. */
        public boolean isSame() {
            return "unchanged".equals(change);
        }
    }

    /**
     * The same on one channel.
     *
     * @param change as of the fixture, or {@code cannot-be-rendered}
     * @param pages those of a letter that differ; none if only a survey was asked for
     */
    public record OnChannel(String channel, String change, Size size, List<Remark> remarks, List<Page> pages) {

        public boolean isSame() {
            return "unchanged".equals(change);
        }
    }

    /** How many pages a letter has, or segments a text message, of either version; 0 where nothing is counted. */
    public record Size(int before, int after) {

        public static final Size NONE = new Size(0, 0);

        private static Size of(@Nullable Difference difference) {
            if (difference instanceof LetterDifference letter) {
                return new Size(letter.oldPages(), letter.newPages());
            }
            return difference instanceof TextDifference text ? new Size(text.oldSegments(), text.newSegments()) : NONE;
        }

        public boolean isAnother() {
            return before != after;
        }
    }

    /** One thing that differs, and the lines of text that are gone ({@code -}) or new ({@code +}). */
    public record Remark(String says, List<String> lines) {}

    /**
     * A page of a letter that differs, as PNG files.
     *
     * @param before null if the page is new
     * @param after null if the page is gone
     * @param difference the new page with what looks different in red; null if there is only one
     */
    public record Page(int number, byte @Nullable [] before, byte @Nullable [] after, byte @Nullable [] difference) {}

    /** The fixtures of either version. */
    public SortedSet<String> fixtures(Specimen old, Specimen now) {
        return Comparer.fixtures(old, now);
    }

    /**
     * Renders one fixture in both versions: the message itself, without what it promotes, and as its copies.
     *
     * @throws io.chancery.platform.ProblemException if it is in neither version, or too large to be compared
     */
    public List<Compared> compare(Specimen old, Specimen now, String fixture) {
        var order = new ComparisonOrder(List.of(fixture), Masks.of(List.of()), true, MOST_PAGES);
        return comparer.compare(old, now, order).fixtures().stream()
                .map(Comparisons::compared)
                .toList();
    }

    /**
     * All fixtures, without pictures.
     *
     * @throws io.chancery.platform.ProblemException if they are too large to be compared at once
     */
    public List<Compared> survey(Specimen old, Specimen now) {
        var order = new ComparisonOrder(List.of(), Masks.of(List.of()), false, MOST_SURVEYED_PAGES);
        return comparer.compare(old, now, order).fixtures().stream()
                .map(Comparisons::compared)
                .toList();
    }

    private static Compared compared(Comparison.FixtureComparison one) {
        return new Compared(
                one.fixture(),
                one.advertising(),
                one.copy(),
                one.change().code(),
                one.otherData(),
                one.channels().stream().map(Comparisons::onChannel).toList());
    }

    private static OnChannel onChannel(Comparison.ChannelComparison one) {
        var pages = one.difference() instanceof LetterDifference letter
                ? letter.pages().stream().flatMap(Comparisons::page).toList()
                : List.<Page>of();
        var remarks = one.findings().stream()
                .map(finding -> new Remark(finding.says(), finding.lines()))
                .toList();
        return new OnChannel(one.channel().name(), one.change().code(), Size.of(one.difference()), remarks, pages);
    }

    private static Stream<Page> page(PageDifference page) {
        return Stream.ofNullable(page.pictures())
                .map(pictures -> new Page(page.page(), pictures.before(), pictures.after(), pictures.difference()));
    }
}
