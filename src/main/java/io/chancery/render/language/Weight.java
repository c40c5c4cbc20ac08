package io.chancery.render.language;

import io.quarkus.qute.SectionBlock;
import io.quarkus.qute.SectionNode;
import io.quarkus.qute.TemplateNode;
import java.util.List;

/** How many nodes there are in a piece of template, with all that stands inside it. */
final class Weight {

    private Weight() {}

    static int of(SectionNode section) {
        return section.getBlocks().stream().mapToInt(Weight::of).sum();
    }

    static int of(SectionBlock block) {
        return of(block.nodes);
    }

    static int of(List<TemplateNode> nodes) {
        int weight = nodes.size();
        for (var node : nodes) {
            weight += node instanceof SectionNode section ? of(section) : 0;
        }
        return weight;
    }
}
