package io.chancery.web.customer;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text as a part of an address, in templates as {@code text.inAddress}. */
@TemplateExtension
final class TextInAddress {

    private TextInAddress() {}

    static String inAddress(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
