package io.chancery.render.difference;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** HTML as it can be compared line by line. */
final class Outline {

    /** A picture that the page brings along: nobody reads it, but whether it is the same one counts. */
    private static final Pattern PICTURE = Pattern.compile("(data:[a-z]+/[a-z+.-]+);base64,([A-Za-z0-9+/=]{100,})");

    private Outline() {}

    /** One element on each line. */
    static String of(String source) {
        var document = Jsoup.parse(PICTURE.matcher(source)
                .replaceAll(picture -> picture.group(1) + ","
                        + UUID.nameUUIDFromBytes(picture.group(2).getBytes(StandardCharsets.US_ASCII))));
        document.outputSettings().prettyPrint(true).outline(true).indentAmount(0);
        return document.outerHtml().lines().collect(Collectors.joining("\n"));
    }
}
