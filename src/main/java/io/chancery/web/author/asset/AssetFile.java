package io.chancery.web.author.asset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A file that somebody brings: under a name that a brand can have, and really what its name says. */
record AssetFile(String path, byte[] content) {

    static final String FOLDER = "assets/";
    static final int LARGEST = 5 << 20;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,80}");
    private static final Pattern SUB_FOLDER = Pattern.compile("([a-z][a-z0-9-]{0,30}/)?");

    /** How files of each kind begin, in hex. */
    private static final Map<String, List<String>> BEGINNINGS = Map.of(
            "png", List.of("89504e470d0a1a0a"),
            "jpg", List.of("ffd8ff"),
            "jpeg", List.of("ffd8ff"),
            "ttf", List.of("00010000", "74727565"),
            "otf", List.of("4f54544f", "00010000"),
            "pdf", List.of("255044462d"));

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "svg", "image/svg+xml",
            "pdf", "application/pdf");

    /** What a drawing must not have: what runs, and what is somewhere else. */
    private static final Pattern ALIVE = Pattern.compile(
            "<script|\\son[a-z]+\\s*=|javascript:|<foreignobject|(href|src)\\s*=\\s*[\"']?\\s*(https?:)?//|<!entity",
            Pattern.CASE_INSENSITIVE);

    /** @throws AssetException if it is none */
    static AssetFile of(String folder, String name, byte[] content) {
        var sub = folder.isBlank() ? "" : folder.strip() + "/";
        if (!NAME.matcher(name).matches() || !SUB_FOLDER.matcher(sub).matches()) {
            throw new AssetException("asset-name");
        }
        if (content.length == 0) {
            throw new AssetException("asset-size");
        }
        if (!isWhatItSays(extension(name), content)) {
            throw new AssetException("asset-content");
        }
        return new AssetFile(FOLDER + sub + name, content);
    }

    private static boolean isWhatItSays(String extension, byte[] content) {
        if (extension.equals("svg")) {
            var drawing = new String(content, StandardCharsets.UTF_8);
            return drawing.contains("<svg") && !ALIVE.matcher(drawing).find();
        }
        var begins = HexFormat.of().formatHex(Arrays.copyOf(content, 8));
        return BEGINNINGS.getOrDefault(extension, List.of()).stream().anyMatch(begins::startsWith);
    }

    static String mediaType(String path) {
        return MEDIA_TYPES.getOrDefault(extension(path), "application/octet-stream");
    }

    private static String extension(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
