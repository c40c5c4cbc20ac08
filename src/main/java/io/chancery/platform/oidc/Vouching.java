package io.chancery.platform.oidc;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import io.chancery.platform.security.ApiClients;
import io.chancery.platform.user.NewUser;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads from an ID token who somebody is, and what they may do here. */
final class Vouching {

    private static final String FOREIGN = "[^A-Za-z0-9._@-]";
    private static final String BAD_BEGINNING = "^[._@-]+";
    private static final int LONGEST = 100;

    private final String rolesClaim;
    private final Map<String, List<String>> names;

    /** @param names what the issuer calls each of our roles */
    Vouching(String rolesClaim, Map<String, List<String>> names) {
        this.rolesClaim = rolesClaim;
        this.names = names;
    }

    /** @throws OidcException if they have no role here */
    NewUser user(IDTokenClaimsSet token) {
        var roles = roles(token);
        if (roles.isEmpty()) {
            throw OidcException.withoutRole();
        }
        var subject = token.getSubject().getValue();
        var name = text(token, "preferred_username", subject);
        return new NewUser(
                name(name, subject),
                shortened(text(token, "name", name).strip()),
                NewUser.emailOrNull(token.getStringClaim("email")),
                null,
                roles);
    }

    /** As names are here: theirs, else what identifies them there. */
    private static String name(String theirs, String subject) {
        var name = plain(theirs);
        return shortened(name.isEmpty() ? "user-" + plain(subject) : name);
    }

    private static String plain(String name) {
        return name.replaceAll(FOREIGN, "_").replaceAll("_+", "_").replaceFirst(BAD_BEGINNING, "");
    }

    private static String text(IDTokenClaimsSet token, String claim, String otherwise) {
        var value = token.getStringClaim(claim);
        return value == null || value.isBlank() ? otherwise : value;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private Set<String> roles(IDTokenClaimsSet token) {
        var theirs = texts(claim(token.toJSONObject()));
        return ApiClients.ROLES.stream()
                .filter(role -> names.getOrDefault(role, List.of(role)).stream().anyMatch(theirs::contains))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Some issuers have addresses for names of claims, with dots that part nothing. */
    private @Nullable Object claim(Map<?, ?> token) {
        if (token.containsKey(rolesClaim)) {
            return token.get(rolesClaim);
        }
        Object found = token;
        for (var level : rolesClaim.split("\\.", -1)) {
            found = found instanceof Map<?, ?> object ? object.get(level) : null;
        }
        return found;
    }

    private static Set<String> texts(@Nullable Object claim) {
        if (claim instanceof Collection<?> several) {
            return several.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .collect(Collectors.toSet());
        }
        return claim instanceof String text ? Set.of(text.strip().split("[ ,]+")) : Set.of();
    }
}
