package io.chancery.web.run;

import io.chancery.template.Templates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The templates that a run may be of, by their titles. */
@ApplicationScoped
class RunTemplates {

    private static final int MOST = 200;

    private final Templates templates;

    RunTemplates(Templates templates) {
        this.templates = templates;
    }

    /** A template to choose. */
    record Choice(String key, String title) {}

    List<Choice> choices(String language) {
        return templates.list("", MOST).stream()
                .map(version -> new Choice(version.key(), title(version.key(), language)))
                .toList();
    }

    String title(String template, String language) {
        return templates
                .findLive(template)
                .map(version -> version.settings().title().get(language))
                .orElse(template);
    }
}
