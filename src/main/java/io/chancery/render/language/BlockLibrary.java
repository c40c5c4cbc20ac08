package io.chancery.render.language;

import io.quarkus.qute.Template;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The blocks of one template version, parsed when they are first included. A block that includes itself by any way round,
 * or a pile of blocks that is too high, is refused here, so rendering needs no guard. Not for several threads at once.
 */
public final class BlockLibrary {

    private static final int HIGHEST = 8;
    private static final String TOO_HIGH = "blocks include each other more than " + HIGHEST + " deep";

    private final Map<String, String> sources;
    private final Map<String, Block> parsed = new HashMap<>();
    private final Deque<Frame> open = new ArrayDeque<>();

    /**
     * @param sources by name
     */
    public BlockLibrary(Map<String, String> sources) {
        this.sources = sources;
    }

    /** What a block is called in explanations. */
    public static String id(String name) {
        return "blocks/" + name + ".html";
    }

    /**
     * @param parse makes a template of an id and a source, and comes back here for the blocks it includes
     */
    Template get(String name, BiFunction<String, String, Template> parse) {
        var known = parsed.get(name);
        var block = known != null ? known : parse(name, parse);
        if (!open.isEmpty()) {
            open.peek().carry(block.height());
        }
        return block.template();
    }

    private Block parse(String name, BiFunction<String, String, Template> parse) {
        var source = sources.get(name);
        if (source == null) {
            throw new Complaint("there is no block «" + name + "»");
        }
        if (open.stream().anyMatch(frame -> frame.name.equals(name))) {
            throw new Complaint("block «" + name + "» includes itself");
        }
        if (open.size() >= HIGHEST) {
            throw new Complaint(TOO_HIGH);
        }
        var frame = new Frame(name);
        open.push(frame);
        try {
            var block = new Block(parse.apply(id(name), source), frame.height);
            parsed.put(name, block);
            return block;
        } finally {
            open.pop();
        }
    }

    /** A block and how many blocks stand on each other from it down, itself included. */
    private record Block(Template template, int height) {}

    /** A block that is being parsed. */
    private static final class Frame {

        private final String name;
        private int height = 1;

        Frame(String name) {
            this.name = name;
        }

        void carry(int below) {
            height = Math.max(height, below + 1);
            if (height > HIGHEST) {
                throw new Complaint(TOO_HIGH);
            }
        }
    }
}
