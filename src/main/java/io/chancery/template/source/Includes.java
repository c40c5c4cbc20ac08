package io.chancery.template.source;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Finds the blocks that a source needs, through other blocks too. */
final class Includes {

    private static final Pattern INCLUDE = Pattern.compile("\\{#(?:include|rule)\\s+([^\\s}/]*)");

    private final Map<String, String> blocks;
    private final Consumer<String> unknown;
    private final Set<String> found = new TreeSet<>();

    private Includes(Map<String, String> blocks, Consumer<String> unknown) {
        this.blocks = blocks;
        this.unknown = unknown;
    }

    /** The names of all blocks that a file includes; a name that is no block is a fault of that file. */
    static Set<String> find(SourceFiles files, String file, Map<String, String> blocks, Faults faults) {
        var includes = new Includes(
                blocks, name -> faults.add(files.nameOf(file), "includes «" + name + "», which is no block"));
        files.text(file, faults).ifPresent(includes::scan);
        return includes.found;
    }

    private void scan(String source) {
        var include = INCLUDE.matcher(source);
        while (include.find()) {
            follow(include.group(1));
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
