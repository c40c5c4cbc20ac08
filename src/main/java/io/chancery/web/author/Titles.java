package io.chancery.web.author;

import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.TemplateVersion;
import io.chancery.template.Templates;
import io.chancery.web.TemplateTitles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What people call things: a template by its title, a block or a brand by its key. */
@ApplicationScoped
public class Titles {

    private final Templates templates;
    private final TemplateTitles titles;

    Titles(Templates templates, TemplateTitles titles) {
        this.templates = templates;
        this.titles = titles;
    }

    /** A template's title in a language. */
    public String of(SourceKey source, String language) {
        return source.kind() == Kind.TEMPLATE ? titles.of(source.key(), language) : source.key();
    }

    /** The live version; of a template only. */
    Optional<TemplateVersion> live(SourceKey source) {
        return source.kind() == Kind.TEMPLATE ? templates.findLive(source.key()) : Optional.empty();
    }
}
