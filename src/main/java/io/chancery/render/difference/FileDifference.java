package io.chancery.render.difference;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.render.difference.Difference.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that goes along with a mail or a letter and differs.
 *
 * @param oldSha256 in hex; null if the file is new
 * @param newSha256 in hex; null if the file is gone
 * @param findings what differs inside, if that can be told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileDifference(
        String name,
        Change change,
        @Nullable String oldSha256,
        @Nullable String newSha256,
        List<Finding> findings) {

    Finding finding() {
        return new Finding(
                switch (change) {
                    case ONLY_IN_OLD -> "The file " + name + " is gone";
                    case ONLY_IN_NEW -> "The file " + name + " is new";
                    default -> "The file " + name + " is another: " + inside();
                },
                findings.stream().flatMap(finding -> finding.lines().stream()).toList());
    }

    private String inside() {
        return findings.isEmpty()
                ? "its bytes differ"
                : String.join("; ", findings.stream().map(Finding::says).toList());
    }
}
