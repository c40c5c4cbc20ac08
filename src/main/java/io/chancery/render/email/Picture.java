package io.chancery.render.email;

import io.chancery.render.Composition;
import io.chancery.render.RenderException;
import java.util.List;
import java.util.Map;

/**
 * A picture that a mail carries.
 *
 * @param path under the brand's assets
 */
record Picture(String path, String mediaType, Encoded content) {

    /** What mail programs show. They do not show SVG, so a logo comes as PNG too. */
    private static final Map<String, String> MEDIA_TYPES =
            Map.of("png", "image/png", "jpg", "image/jpeg", "jpeg", "image/jpeg", "gif", "image/gif");

    private static final List<String> ENDINGS = List.of("", ".png", ".jpg", ".jpeg", ".gif");

    /**
     * Finds the asset that a layout means.
     *
     * @param name its path, with or without its ending
     */
    static Picture find(String name, Composition composition) {
        var assets = composition.request().template().brand().assets();
        var path = ENDINGS.stream()
                .map(ending -> name + ending)
                .filter(assets::containsKey)
                .findFirst()
                .orElseThrow(() -> new RenderException("email.html: no picture in assets is called " + name));
        var mediaType = MEDIA_TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (mediaType == null) {
            throw new RenderException("email.html: mail programs do not show " + path);
        }
        return new Picture(path, mediaType, Encoded.binary(composition.asset(path)));
    }

    FileName fileName() {
        return new FileName(path.substring(path.lastIndexOf('/') + 1));
    }
}
