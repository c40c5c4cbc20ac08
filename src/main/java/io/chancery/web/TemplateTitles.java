package io.chancery.web;

import io.chancery.template.Templates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What people call templates. */
@ApplicationScoped
public class TemplateTitles {

    private static final int MOST = 200;

    private final Templates templates;

    TemplateTitles(Templates templates) {
        this.templates = templates;
    }

    /** A template to choose. */
    public record Choice(String key, String title) {}

    /** The first 200 live ones. */
    public List<Choice> choices(String language) {
        return templates.list("", MOST).stream()
                .map(version -> new Choice(version.key(), of(version.key(), language)))
                .toList();
    }

    /** The title of the live version in a language, else in any; the key of a template that has none. */
    public String of(String template, String language) {
        return templates
                .findLive(template)
                .map(version -> version.settings().title())
                .map(titles -> titles.getOrDefault(
                        language, titles.values().stream().findFirst().orElse(template)))
                .orElse(template);
    }
}
