package io.chancery.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The print folder as a printer finds it: a manifest is a letter, whose file must be there and be what was archived.
 *
 * @param taken each letter that has a manifest, by its delivery: once, for a repeat replaces it
 * @param broken what is wrong with the others
 */
record PrintedLetters(Map<String, Integer> taken, List<String> broken) {

    /** @param hashes as archived, by delivery */
    static PrintedLetters read(Path folder, Map<String, String> hashes) throws IOException {
        var letters = new PrintedLetters(new HashMap<>(), new ArrayList<>());
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                var manifests = files.filter(file -> file.toString().endsWith(".json"));
                for (var manifest : manifests.toList()) {
                    letters.add(manifest, hashes);
                }
            }
        }
        return letters;
    }

    private void add(Path file, Map<String, String> hashes) throws IOException {
        var manifest = new ObjectMapper().readTree(file.toFile());
        var id = manifest.path("delivery").asText();
        taken.merge(id, 1, Integer::sum);
        var pdf = file.resolveSibling(manifest.path("file").asText());
        var promised = manifest.path("sha256").asText();
        if (!Files.isRegularFile(pdf)) {
            broken.add(id + " has a manifest but no file");
        } else if (!promised.equals(sha256(pdf)) || !promised.equals(hashes.get(id))) {
            broken.add(id + " is not what its manifest or the archive says");
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
