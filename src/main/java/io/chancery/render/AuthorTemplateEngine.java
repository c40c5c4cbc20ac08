package io.chancery.render;

import io.chancery.template.TemplateVersion;
import io.chancery.vocabulary.Channel;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The only place where author templates are parsed and run: an engine of our own, never the application's. Keeps the most
 * recently used versions parsed.
 */
final class AuthorTemplateEngine {

    private static final int KEPT_VERSIONS = 200;

    private final List<String> channels;
    private final Map<UUID, ParsedVersion> parsed = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, ParsedVersion> eldest) {
            return size() > KEPT_VERSIONS;
        }
    };

    /**
     * @param channels each gets a section of its name
     */
    AuthorTemplateEngine(Collection<Channel> channels) {
        this.channels = channels.stream().map(Channel::name).toList();
    }

    ParsedVersion parsed(TemplateVersion version) {
        synchronized (parsed) {
            return parsed.computeIfAbsent(version.id(), id -> new ParsedVersion(version, channels));
        }
    }
}
