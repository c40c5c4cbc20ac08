package io.chancery.render.words;

import io.chancery.vocabulary.Rendition;
import io.chancery.vocabulary.words.RenditionText;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;

/** What a page says, its title with it. */
@ApplicationScoped
class PageWords implements RenditionText {

    @Override
    public String mediaType() {
        return Rendition.Page.MEDIA_TYPE;
    }

    @Override
    public String read(Rendition rendition) {
        return text(new String(rendition.content(), StandardCharsets.UTF_8));
    }

    static String text(String html) {
        return Jsoup.parse(html).text();
    }
}
