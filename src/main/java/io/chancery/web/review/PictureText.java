package io.chancery.web.review;

import io.quarkus.qute.TemplateExtension;
import java.util.Base64;
import java.util.List;

/** Pictures and lists as they stand in a page. */
@TemplateExtension
final class PictureText {

    private PictureText() {}

    static String base64(byte[] picture) {
        return Base64.getEncoder().encodeToString(picture);
    }

    static String listed(List<String> names) {
        return String.join(", ", names);
    }
}
