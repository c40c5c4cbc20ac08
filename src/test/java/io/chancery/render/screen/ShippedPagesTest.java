package io.chancery.render.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.render.ChannelRenderer;
import io.chancery.render.Composition;
import io.chancery.render.Messages;
import io.chancery.render.RenderException;
import io.chancery.render.RenderRequest;
import io.chancery.render.ShippedMessages;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any message that ships may be led to, so each has to read well on a screen. */
class ShippedPagesTest {

    /** Stands for a channel that messages speak of but that is not asked for here. */
    private record OtherChannel(Channel channel) implements ChannelRenderer {

        @Override
        public Rendition render(Composition composition) {
            throw new RenderException("not asked for");
        }
    }

    private static Rendition.Page rendered(RenderRequest request) {
        var renderers = List.of(
                new ScreenRenderer(),
                new OtherChannel(Channel.PRINT),
                new OtherChannel(Channel.EMAIL),
                new OtherChannel(Channel.SMS));
        return (Rendition.Page) Messages.rendered(request, Channel.SCREEN, renderers);
    }

    @ParameterizedTest
    @MethodSource("io.chancery.render.ShippedMessages#requests")
    void each_can_be_read_by_eye_and_by_ear(RenderRequest request) {
        var page = Jsoup.parse(Messages.text(rendered(request).content()));

        assertThat(page.selectFirst("html").attr("lang")).isEqualTo(request.language());
        assertThat(page.title()).isNotBlank();
        assertThat(page.select("header, main, footer")).hasSize(3);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("img:not([alt])")).isEmpty();
        assertThat(page.select("th:not([scope])")).isEmpty();
        assertThat(page.select("meta[name=viewport]").attr("content")).contains("width=device-width");
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex, noarchive");
        assertThat(page.selectFirst("style").data()).contains("prefers-color-scheme: dark");
        assertThatHeadingsSkipNoLevel(page);
    }

    private static void assertThatHeadingsSkipNoLevel(Document page) {
        int before = 0;
        for (var heading : page.select("h1, h2, h3, h4")) {
            int level = heading.normalName().charAt(1) - '0';
            assertThat(level).isLessThanOrEqualTo(before + 1);
            before = level;
        }
    }

    static Stream<RenderRequest> invoices() {
        return ShippedMessages.requests()
                .filter(request -> request.template().key().equals("invoice"));
    }

    @ParameterizedTest
    @MethodSource("invoices")
    void an_invoice_shows_what_it_charges_and_leads_to_its_pdf(RenderRequest request) {
        var rendition = rendered(request);
        var page = Jsoup.parse(Messages.text(rendition.content()));

        assertThat(page.select("table.items tbody tr:not(.total)"))
                .hasSize(request.data().path("items").size());
        assertThat(page.select("main .action a").attr("href")).isEqualTo(request.link() + ".pdf");
        assertThat(rendition.envelope().get("pdf"))
                .endsWith(request.data().path("number").asText() + ".pdf");
    }
}
