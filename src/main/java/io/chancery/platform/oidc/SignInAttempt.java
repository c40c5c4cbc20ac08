package io.chancery.platform.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a browser keeps while somebody signs in elsewhere: what comes back must fit it, so that nobody is signed in with
 * an answer that was meant for another.
 *
 * @param page of ours where they wanted to go; never one of another server
 */
public record SignInAttempt(String state, String nonce, String verifier, String page) {

    private static final String HOME = "/";
    private static final Pattern KEPT =
            Pattern.compile("([\\w-]{43})\\.([\\w-]{43})\\.([\\w-]{43})\\.([\\w-]{2,1400})");
    private static final Pattern OURS = Pattern.compile("/(?!/|sign-|j_)[\\w.:/?&=%-]{0,1000}");

    /** @param wanted the address of a page of ours; of any other only its path counts, and what is none leads home */
    static SignInAttempt fresh(String wanted) {
        return new SignInAttempt(
                new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue(), page(wanted));
    }

    private static String page(String wanted) {
        try {
            var address = URI.create(wanted);
            var query = address.getRawQuery();
            var page = address.getRawPath() + (query == null ? "" : "?" + query);
            return OURS.matcher(page).matches() ? page : HOME;
        } catch (IllegalArgumentException e) {
            return HOME;
        }
    }

    /** As a cookie keeps it. */
    public String text() {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return String.join(
                ".", state, nonce, verifier, encoder.encodeToString(page.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Empty if it is none. */
    public static Optional<SignInAttempt> parse(String text) {
        var kept = KEPT.matcher(text);
        if (!kept.matches()) {
            return Optional.empty();
        }
        try {
            var page = new String(Base64.getUrlDecoder().decode(kept.group(4)), StandardCharsets.US_ASCII);
            return Optional.of(new SignInAttempt(kept.group(1), kept.group(2), kept.group(3), page(page)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
