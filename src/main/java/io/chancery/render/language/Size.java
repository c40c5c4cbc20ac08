package io.chancery.render.language;

import io.quarkus.qute.Scope;
import io.quarkus.qute.SectionBlock;
import io.quarkus.qute.SectionHelperFactory;
import io.quarkus.qute.SectionHelperFactory.BlockInfo;
import io.quarkus.qute.SectionNode;
import io.quarkus.qute.TemplateNode;
import java.util.List;

/**
 * How large a template is: how deep sections stand in each other, counted while it is parsed because the parser itself has no
 * limit, and how many nodes there are in a piece of it.
 */
final class Size {

    private static final int DEEPEST = 64;
    private static final String DEPTH = "depth";

    private Size() {}

    /** A scope for the block that begins, one deeper unless it is only another branch of the same section. */
    static Scope enter(Scope outer, BlockInfo block) {
        int depth = depth(outer) + (block.getLabel().equals(SectionHelperFactory.MAIN_BLOCK_NAME) ? 1 : 0);
        if (depth > DEEPEST) {
            throw new Complaint("sections stand in each other more than " + DEEPEST + " deep", block.getOrigin());
        }
        return marked(new Scope(outer), depth);
    }

    /** Carries the depth over to a scope that a section made itself. */
    static Scope keep(Scope entered, Scope made) {
        return made == entered ? made : marked(made, depth(entered));
    }

    private static Scope marked(Scope scope, int depth) {
        scope.putAttribute(DEPTH, depth);
        return scope;
    }

    private static int depth(Scope scope) {
        return scope.getAttribute(DEPTH) instanceof Integer depth ? depth : 0;
    }

    /** All nodes of a section, with what stands inside it. */
    static int of(SectionNode section) {
        return section.getBlocks().stream().mapToInt(Size::of).sum();
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
