package io.chancery.web.author;

import io.chancery.web.guard.PageHeaders;
import jakarta.ws.rs.core.Response;

/** What the browser lets the pages do that show how messages look. */
public final class Policies {

    /** A page that shows pictures which came with it. */
    public static final String PICTURES = page("'self'");

    /** A mail may show its own pictures and styles. It may not run, load, submit or name anything of ours. */
    public static final String MAIL =
            "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

    /** The same for the frame whose content the workshop puts in: that takes that both are of one origin. */
    public static final String SHELL = "sandbox allow-same-origin; default-src 'none'; img-src data:;"
            + " style-src 'unsafe-inline'; frame-ancestors 'self'";

    private Policies() {}

    /** The page with the editor, which brings a style sheet of its own. */
    static String editor(String nonce) {
        return page("'self' 'nonce-" + nonce + "'");
    }

    private static String page(String styles) {
        return "default-src 'self'; script-src 'self'; style-src " + styles + "; img-src 'self' data: blob:;"
                + " object-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
    }

    /** An answer with a policy of its own. */
    public static Response with(String policy, Response.ResponseBuilder response) {
        return response.header(PageHeaders.POLICY, policy).build();
    }
}
