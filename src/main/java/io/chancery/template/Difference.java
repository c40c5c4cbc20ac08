package io.chancery.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two versions.
 *
 * @param data what it means for those who send the data; null for a block, a brand or a draft that cannot be read
 * @param copies what it means for those who ask for copies; null as {@code data} is
 * @param senders which of those who send the data or ask for copies it would break
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Difference(
        List<FileChange> files,
        @Nullable DataChange data,
        @Nullable RoleChange copies,
        @Nullable Senders senders) {

    /**
     * One file that differs between two versions.
     *
     * @param path below the template's folder; blocks are under {@code blocks/}, the brand's files under {@code brand/}
     * @param diff in the unified format, with three lines around each change; null for a file that is no text
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FileChange(
            String path, Kind change, @Nullable String diff) {

        /** What happened to it. */
        public enum Kind {
            ADDED,
            REMOVED,
            CHANGED;

            @JsonValue
            public String code() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /**
     * What two versions demand of the data of a request. A field of the lines of a list is named {@code /items/*&#47;price}.
     *
     * @param added fields that only the later one knows
     * @param removed fields that only the earlier one knows
     * @param demanded fields that requests need not have now, and will have to
     * @param retyped fields whose type is another
     * @param breaking whether a request that was good may be refused
     */
    public record DataChange(
            List<String> added, List<String> removed, List<String> demanded, List<String> retyped, boolean breaking) {}

    /**
     * Which copies two versions have.
     *
     * @param added roles that only the later one has
     * @param removed roles that only the earlier one has
     * @param breaking whether a request that was good may be refused
     */
    public record RoleChange(List<String> added, List<String> removed, boolean breaking) {}

    /**
     * Those whom a change would break.
     *
     * @param since messages before that were not looked at
     * @param clients who lack what will be demanded, or send or ask for what will be gone
     */
    public record Senders(Instant since, List<Affected> clients) {}

    /**
     * A client that has to change something.
     *
     * @param messages how many of its messages were looked at, the newest
     * @param all whether it certainly sent no more than these
     * @param lacking how many of them lack a field that will be demanded, by the field
     * @param sending how many of them have a field that will be gone, by the field
     * @param asking how many of them asked for a copy in a role that will be gone, by the role
     */
    public record Affected(
            String client,
            long messages,
            boolean all,
            SortedMap<String, Long> lacking,
            SortedMap<String, Long> sending,
            SortedMap<String, Long> asking) {}
}
