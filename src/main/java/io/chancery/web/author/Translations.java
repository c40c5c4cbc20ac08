package io.chancery.web.author;

import io.chancery.template.TemplateVersion;
import java.util.List;
import java.util.Map;

/** The texts of a template in its languages. */
public final class Translations {

    private Translations() {}

    /** The languages that are as before while another has changed; none if all have, or none has. */
    public static List<String> leftBehind(TemplateVersion before, TemplateVersion now) {
        var left = now.messages().entrySet().stream()
                .filter(message -> message.getValue().equals(before.messages().get(message.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return left.size() < now.messages().size() ? left : List.of();
    }
}
