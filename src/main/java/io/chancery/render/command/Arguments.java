package io.chancery.render.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands behind a command: folders, and options with their values. */
final class Arguments {

    private final List<String> plain = new ArrayList<>();
    private final Map<String, List<String>> options = new HashMap<>();

    /**
     * @param known options, each of which has a value
     * @throws UsageException if there is another, or one without its value
     */
    Arguments(List<String> arguments, Set<String> known) {
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                plain.add(argument);
            } else if (!known.contains(argument)) {
                throw new UsageException("There is no option " + argument);
            } else if (++i == arguments.size()) {
                throw new UsageException(argument + " needs a value");
            } else {
                options.computeIfAbsent(argument, name -> new ArrayList<>()).add(arguments.get(i));
            }
        }
    }

    /** @throws UsageException if there are more or fewer, or any is no folder */
    List<Path> folders(int count) {
        if (plain.size() != count) {
            throw new UsageException(
                    "%d folder%s needed, %d given".formatted(count, count == 1 ? " is" : "s are", plain.size()));
        }
        var folders = plain.stream().map(Path::of).toList();
        for (var folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new UsageException("There is no folder " + folder);
            }
        }
        return folders;
    }

    List<String> all(String option) {
        return options.getOrDefault(option, List.of());
    }

    /** @throws UsageException if it is there twice */
    Optional<Path> path(String option) {
        var values = all(option);
        if (values.size() > 1) {
            throw new UsageException(option + " is there twice");
        }
        return values.stream().map(Path::of).findFirst();
    }
}
