package io.chancery.render.command;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.chancery.render.compare.Comparison;
import java.util.List;

/**
 * What differs between two folders.
 *
 * @param onlyInOld keys of templates
 * @param onlyInNew keys of templates
 * @param templates those that both have
 */
record Report(List<String> onlyInOld, List<String> onlyInNew, List<Comparison> templates) {

    @JsonProperty
    boolean same() {
        return onlyInOld.isEmpty() && onlyInNew.isEmpty() && templates.stream().allMatch(Comparison::same);
    }
}
