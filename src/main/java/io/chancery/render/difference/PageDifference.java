package io.chancery.render.difference;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.chancery.render.difference.Difference.Finding;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page of a letter that differs.
 *
 * @param page counted from 1
 * @param share of its area that looks different, 0 to 1
 * @param area around everything that looks different; null if nothing does
 * @param lines of its text that are gone or new
 * @param pictures null if nobody asked for them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PageDifference(
        int page,
        Change change,
        double share,
        @Nullable Area area,
        List<String> lines,
        @Nullable Pictures pictures) {

    /** A field on the page in millimetres, from the left and the upper edge of the paper. */
    public record Area(int left, int top, int width, int height) {

        @Override
        public String toString() {
            return width + " × " + height + " mm, " + left + " mm from the left and " + top + " mm from the top";
        }
    }

    /**
     * The page as PNG files; masked places are grey.
     *
     * @param before null if the page is new
     * @param after null if the page is gone
     * @param difference what looks different in red on the new page; null if there is only one page
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Pictures(
            @JsonProperty("old") byte @Nullable [] before,
            @JsonProperty("new") byte @Nullable [] after,
            byte @Nullable [] difference) {}

    Finding finding() {
        return new Finding("Page " + page + says(), lines);
    }

    private String says() {
        return switch (change) {
            case ONLY_IN_OLD -> " is gone";
            case ONLY_IN_NEW -> " is new";
            default ->
                area == null
                        ? " looks the same, but the text that is read aloud or copied differs"
                        : " looks different: %s of it, within a field of %s".formatted(percent(), area);
        };
    }

    private String percent() {
        return share < 0.001 ? "less than 0.1 %" : String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
