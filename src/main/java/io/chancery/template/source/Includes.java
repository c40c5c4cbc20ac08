package io.chancery.template.source;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Finds the blocks that a source needs, through other blocks too. */
final class Includes {

    private static final Pattern INCLUDE = Pattern.compile("\\{#include\\s+([^\\s}]*)");
    private static final Pattern BLOCK = Pattern.compile("\"?(?:blocks/)?([a-z][a-z0-9-]*)(?:\\.html)?\"?/?");

    private final Map<String, String> blocks;
    private final Consumer<String> unknown;
    private final Set<String> found = new TreeSet<>();

    private Includes(Map<String, String> blocks, Consumer<String> unknown) {
        this.blocks = blocks;
        this.unknown = unknown;
    }

    /**
     * The names of all blocks that the sources include.
     *
     * @param unknown told each included name that is no block
     */
    static Set<String> find(Collection<String> sources, Map<String, String> blocks, Consumer<String> unknown) {
        var includes = new Includes(blocks, unknown);
        sources.forEach(includes::scan);
        return includes.found;
    }

    private void scan(String source) {
        var include = INCLUDE.matcher(source);
        while (include.find()) {
            var name = BLOCK.matcher(include.group(1));
            if (name.matches()) {
                follow(name.group(1));
            } else {
                unknown.accept(include.group(1));
            }
        }
    }

    private void follow(String name) {
        var source = blocks.get(name);
        if (source == null) {
            unknown.accept(name);
        } else if (found.add(name)) {
            scan(source);
        }
    }
}
