package io.chancery.bench.render;

import io.chancery.render.ChannelRenderer;
import io.chancery.render.Composition;
import io.chancery.render.Renderer;
import io.chancery.render.RendererAccess;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The HTML that Chancery lays out, as a browser can read it: with the brand's fonts and drawings as files. What stands in the margins of
 * our pages, browsers show in the text.
 */
final class PeerHtml {

    private static final Path ASSETS =
            Path.of("templates/brands/lindenwerk/assets").toAbsolutePath();
    private static final String FONTS = """
            <style>
            @font-face { font-family: "Lindenwerk Sans"; font-weight: 300; src: url(%1$s/fonts/LindenwerkSans-Light.ttf); }
            @font-face { font-family: "Lindenwerk Sans"; font-weight: 400; src: url(%1$s/fonts/LindenwerkSans-Regular.ttf); }
            @font-face { font-family: "Lindenwerk Sans"; font-weight: 600; src: url(%1$s/fonts/LindenwerkSans-SemiBold.ttf); }
            </style></head>""".formatted(ASSETS.toUri());

    private final Renderer html = RendererAccess.of(new HtmlOnly());

    /** Writes it into a new file of a folder. */
    Path write(Sample sample, int number, Path folder) throws IOException {
        var file = folder.resolve(sample.name() + number + ".html");
        var source =
                new String(html.render(Channel.PRINT, sample.request(number)).content(), StandardCharsets.UTF_8);
        return Files.writeString(
                file,
                source.replace("asset:", ASSETS.toUri().toString())
                        .replaceAll("<img src=\"qr:[^>]*>", "")
                        .replace("</head>", FONTS));
    }

    private static final class HtmlOnly implements ChannelRenderer {

        @Override
        public Channel channel() {
            return Channel.PRINT;
        }

        @Override
        public Rendition render(Composition composition) {
            return new Rendition.Document(composition.layout("print.html").getBytes(StandardCharsets.UTF_8), Map.of());
        }
    }
}
