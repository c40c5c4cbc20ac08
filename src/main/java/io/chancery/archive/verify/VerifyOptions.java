package io.chancery.archive.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be verified, and by what.
 *
 * @param key itself, or the name of a file with it
 * @param anchor file or folder of checkpoints; null for none
 * @param certificates of authorities for time-stamps
 */
record VerifyOptions(Path export, String key, @Nullable Path anchor, List<Path> certificates, boolean german) {

    private static final String KEY = "--key";
    private static final String ANCHOR = "--anchor";
    private static final String CERTIFICATE = "--tsa-certificate";
    private static final String LANGUAGE = "--language";
    private static final Set<String> KNOWN = Set.of(KEY, ANCHOR, CERTIFICATE, LANGUAGE);

    /** @throws IllegalArgumentException if they are none of a verification; says why */
    static VerifyOptions read(List<String> arguments, String language) {
        var files = new ArrayList<Path>();
        var named = new HashMap<String, List<String>>();
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                files.add(Path.of(argument));
            } else if (!KNOWN.contains(argument) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException("There is no option " + argument + ", or nothing follows it");
            } else {
                named.computeIfAbsent(argument, missing -> new ArrayList<>()).add(arguments.get(++i));
            }
        }
        if (files.size() != 1) {
            throw new IllegalArgumentException("One export is verified at a time");
        }
        return new VerifyOptions(
                files.get(0),
                one(named, KEY).orElseThrow(() -> new IllegalArgumentException("It takes a key: " + KEY)),
                one(named, ANCHOR).map(Path::of).orElse(null),
                named.getOrDefault(CERTIFICATE, List.of()).stream()
                        .map(Path::of)
                        .toList(),
                one(named, LANGUAGE).orElse(language).equals("de"));
    }

    private static Optional<String> one(Map<String, List<String>> named, String option) {
        var values = named.getOrDefault(option, List.of());
        if (values.size() > 1) {
            throw new IllegalArgumentException(option + " is named twice");
        }
        return values.stream().findFirst();
    }
}
