package io.chancery.render.email;

import io.chancery.render.email.stencil.Stencils;
import io.chancery.render.email.text.ReadableText;

/** What mails of one kind have in common: their HTML, and what their text part is read from. */
record MailStencils(Stencils<HtmlPart> html, Stencils<ReadableText> text) {

    MailStencils() {
        this(new Stencils<>(MailBody::document), new Stencils<>(ReadableText::body));
    }
}
