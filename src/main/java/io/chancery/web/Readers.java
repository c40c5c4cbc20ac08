package io.chancery.web;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out who reads a page, and how: what they chose (kept in cookies), else what their browser says. */
@ApplicationScoped
public class Readers {

    static final String LANGUAGE = "chancery-language";
    static final String THEME = "chancery-theme";
    static final Set<String> LANGUAGES = Set.of("de", "en");
    static final Set<String> THEMES = Set.of("light", "dark");

    private final WebConfig config;
    private final UriInfo uri;

    Readers(WebConfig config, UriInfo uri) {
        this.config = config;
        this.uri = uri;
    }

    /** Somebody who has signed in. */
    public Reader signedIn(HttpHeaders headers, SecurityIdentity identity) {
        return reader(headers, identity.getPrincipal().getName(), identity.getRoles());
    }

    /** Somebody of whom we only know how they read. */
    public Reader stranger(HttpHeaders headers) {
        return reader(headers, null, Set.of());
    }

    private Reader reader(HttpHeaders headers, @Nullable String name, Set<String> roles) {
        var language = chosen(headers, LANGUAGE, LANGUAGES, language(headers.getAcceptableLanguages()));
        var theme = chosen(headers, THEME, THEMES, "auto");
        return new Reader(language, config.timeZone(), name, roles, theme, uri.getPath());
    }

    private static String chosen(HttpHeaders headers, String cookie, Set<String> choices, String otherwise) {
        var chosen = headers.getCookies().get(cookie);
        return chosen != null && choices.contains(chosen.getValue()) ? chosen.getValue() : otherwise;
    }

    /** Somebody of whom we only know which languages their browser asks for. */
    public Reader stranger(List<Locale> languages) {
        return new Reader(language(languages), config.timeZone());
    }

    /** Somebody whom we do not know, who may have switched to another language. */
    public Reader stranger(List<Locale> languages, @Nullable String wished) {
        return wished != null && LANGUAGES.contains(wished)
                ? new Reader(wished, config.timeZone())
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
