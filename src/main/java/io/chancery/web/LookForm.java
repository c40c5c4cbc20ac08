package io.chancery.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Takes in which language and in which light somebody wants to read. */
@Path("/look")
class LookForm {

    private static final Duration KEPT = Duration.ofDays(365);

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public Response choose(
            @FormParam("language") @Nullable String language,
            @FormParam("theme") @Nullable String theme,
            @HeaderParam("Referer") @Nullable String from) {
        var answer = Response.seeOther(back(from));
        if (language != null && Readers.LANGUAGES.contains(language)) {
            answer.cookie(cookie(Readers.LANGUAGE, language));
        }
        if (theme != null && Set.of("light", "dark", "auto").contains(theme)) {
            answer.cookie(cookie(Readers.THEME, theme));
        }
        return answer.build();
    }

    /** Only the place on this server: the guard has let in none but our own pages. */
    private static URI back(@Nullable String from) {
        try {
            var page = URI.create(from == null ? "/" : from);
            var path = page.getRawPath() == null
                            || !page.getRawPath().startsWith("/")
                            || page.getRawPath().startsWith("//")
                    ? "/"
                    : page.getRawPath();
            return URI.create(page.getRawQuery() == null ? path : path + "?" + page.getRawQuery());
        } catch (IllegalArgumentException e) {
            return URI.create("/");
        }
    }

    private static NewCookie cookie(String name, String value) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge((int) KEPT.toSeconds())
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
