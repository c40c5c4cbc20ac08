package io.chancery.template.source;

import com.fasterxml.jackson.core.JsonLocation;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the blocks that a source needs, through other blocks too. */
final class Includes {

    private static final Pattern INCLUDE =
            Pattern.compile("\\{#(?:include|rule)\\s+([^\\s}/'\"][^\\s}'\"]*?)(?=/?\\}|\\s)");

    private final Map<String, String> blocks;
    private final Set<String> found = new TreeSet<>();

    private Includes(Map<String, String> blocks) {
        this.blocks = blocks;
    }

    /** The names of all that a file includes; a name in it that is no block is a fault. */
    static Set<String> find(SourceFiles files, String file, Map<String, String> blocks, Faults faults) {
        var includes = new Includes(blocks);
        files.text(file, faults).ifPresent(source -> {
            check(files.nameOf(file), source, blocks.keySet(), faults);
            includes.scan(source);
        });
        return includes.found;
    }

    /** Adds a fault for each name in a source that is no block. */
    static void check(String file, String source, Set<String> blocks, Faults faults) {
        var include = INCLUDE.matcher(source);
        while (include.find()) {
            if (!blocks.contains(include.group(1))) {
                faults.add(
                        file,
                        place(source, include.start()),
                        "",
                        "includes «" + include.group(1) + "», which is no block");
            }
        }
    }

    private static JsonLocation place(String source, int at) {
        int line = (int) source.substring(0, at)
                .chars()
                .filter(character -> character == '\n')
                .count();
        return new JsonLocation(null, at, line + 1, at - source.lastIndexOf('\n', at - 1));
    }

    /** The names that a source itself includes. */
    static Stream<String> names(String source) {
        return INCLUDE.matcher(source).results().map(include -> include.group(1));
    }

    private void scan(String source) {
        var unread = new ArrayDeque<>(List.of(source));
        while (!unread.isEmpty()) {
            names(unread.pop()).filter(found::add).forEach(name -> unread.push(blocks.getOrDefault(name, "")));
        }
    }
}
