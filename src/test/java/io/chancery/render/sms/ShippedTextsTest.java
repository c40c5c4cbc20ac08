package io.chancery.render.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.render.ChannelRenderer;
import io.chancery.render.Composition;
import io.chancery.render.Messages;
import io.chancery.render.RenderException;
import io.chancery.render.RenderRequest;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedTextsTest {

    /** Stands for a channel that messages speak of but that is not asked for here. */
    private record OtherChannel(Channel channel) implements ChannelRenderer {

        @Override
        public Rendition render(Composition composition) {
            throw new RenderException("not asked for");
        }
    }

    @ParameterizedTest
    @MethodSource("io.chancery.render.ShippedMessages#requests")
    void each_becomes_a_text_of_few_segments(RenderRequest request) {
        var renderers = List.of(new SmsRenderer(), new OtherChannel(Channel.PRINT), new OtherChannel(Channel.EMAIL));

        var sms = Messages.rendered(request, Channel.SMS, renderers);

        assertThat(Integer.parseInt(sms.envelope().get("segments"))).isBetween(1, 3);
        assertThat(Messages.text(sms.content())).startsWith("Lindenwerk").doesNotContain("&lt;", "&nbsp;", "&#");
    }
}
