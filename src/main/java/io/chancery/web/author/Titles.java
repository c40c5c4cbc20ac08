package io.chancery.web.author;

import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.TemplateVersion;
import io.chancery.template.Templates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What people call things: a template by its title, a block or a brand by its key. */
@ApplicationScoped
public class Titles {

    private final Templates templates;

    Titles(Templates templates) {
        this.templates = templates;
    }

    /** The title in a language, or the first one there is. */
    public String of(SourceKey source, String language) {
        return live(source)
                .map(version -> version.settings().title())
                .map(titles -> titles.getOrDefault(
                        language, titles.values().stream().findFirst().orElse(source.key())))
                .orElse(source.key());
    }

    /** The live version; of a template only. */
    Optional<TemplateVersion> live(SourceKey source) {
        return source.kind() == Kind.TEMPLATE ? templates.findLive(source.key()) : Optional.empty();
    }
}
