package io.chancery.web;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out who reads a page, and in which language. */
@ApplicationScoped
public class Readers {

    private static final Set<String> LANGUAGES = Set.of("de", "en");

    private final WebConfig config;

    Readers(WebConfig config) {
        this.config = config;
    }

    /** Somebody who has signed in. */
    Reader signedIn(HttpHeaders headers, SecurityIdentity identity) {
        return new Reader(
                language(headers.getAcceptableLanguages()),
                config.timeZone(),
                identity.getPrincipal().getName());
    }

    /** Somebody of whom we only know which languages their browser asks for. */
    Reader stranger(List<Locale> languages) {
        return new Reader(language(languages), config.timeZone(), null);
    }

    /** Somebody whom we do not know, who may have switched to another language. */
    public Reader stranger(List<Locale> languages, @Nullable String wished) {
        return wished != null && LANGUAGES.contains(wished)
                ? new Reader(wished, config.timeZone(), null)
                : stranger(languages);
    }

    private static String language(List<Locale> accepted) {
        return accepted.stream()
                .map(Locale::getLanguage)
                .filter(LANGUAGES::contains)
                .findFirst()
                .orElse("en");
    }
}
