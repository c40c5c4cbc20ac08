package io.chancery.render.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.render.RenderRequest;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedMailsTest {

    @ParameterizedTest
    @MethodSource("io.chancery.render.ShippedMessages#requests")
    void each_becomes_a_mail_with_its_text_and_picture(RenderRequest request) throws Exception {
        var content =
                (MimeMultipart) Mails.read(Mails.rendered(request).content()).getContent();

        var settings = request.template().settings();
        boolean attached = !settings.attachment().isEmpty() || settings.extras().calendar() != null;
        var related = attached ? (MimeMultipart) content.getBodyPart(0).getContent() : content;
        var alternative = (MimeMultipart) related.getBodyPart(0).getContent();
        var text = (String) alternative.getBodyPart(0).getContent();
        assertThat(attached).isEqualTo(content.getContentType().startsWith("multipart/mixed"));
        assertThat(related.getBodyPart(1).getContentType()).startsWith("image/");
        assertThat(HtmlValidator.errors((String) alternative.getBodyPart(1).getContent()))
                .isEmpty();
        assertThat(text).contains("Lindenwerk Energie GmbH").doesNotContain("&#", "&nbsp;");
    }
}
