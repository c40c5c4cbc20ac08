package io.chancery.platform.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VouchingTest {

    private final IDTokenClaimsSet token = new IDTokenClaimsSet(
            new Issuer("https://login.example.org"),
            new Subject("00u1"),
            List.of(new Audience("chancery")),
            Date.from(Instant.EPOCH.plusSeconds(60)),
            Date.from(Instant.EPOCH));

    private static Vouching reading(String claim) {
        return new Vouching(claim, Map.of("author", List.of("Writers", "ccm-authors")));
    }

    @Test
    void roles_stand_anywhere_in_a_token() {
        token.setClaim("groups", List.of("operator", "strangers"));
        token.setClaim("realm_access", Map.of("roles", List.of("agent", "ccm-authors")));
        token.setClaim("https://example.org/roles", List.of("steward"));
        token.setClaim("flat", "admin, compliance");

        assertThat(reading("groups").user(token).roles()).containsExactly("operator");
        assertThat(reading("realm_access.roles").user(token).roles()).containsExactlyInAnyOrder("agent", "author");
        assertThat(reading("https://example.org/roles").user(token).roles()).containsExactly("steward");
        assertThat(reading("flat").user(token).roles()).containsExactlyInAnyOrder("admin", "compliance");
    }

    @Test
    void a_role_with_a_name_of_its_own_is_not_given_by_ours() {
        token.setClaim("roles", List.of("author"));

        assertThatThrownBy(() -> reading("roles").user(token)).isInstanceOf(OidcException.class);
    }

    @Test
    void without_a_role_nobody_is_anybody() {
        token.setClaim("roles", List.of("ADMIN", "administrator", 7, List.of("admin")));

        assertThatThrownBy(() -> reading("roles").user(token)).isInstanceOf(OidcException.class);
        assertThatThrownBy(() -> reading("not.there").user(token)).isInstanceOf(OidcException.class);
        assertThatThrownBy(() -> reading("roles.deeper").user(token)).isInstanceOf(OidcException.class);
    }

    @ParameterizedTest
    @CsvSource({"erna.muster, erna.muster", "DOM\\Erna Müller, DOM_Erna_M_ller", "_-erna, erna", "日本, user-00u1"})
    void names_are_as_names_are_here(String theirs, String here) {
        token.setClaim("roles", "agent");
        token.setClaim("preferred_username", theirs);
        token.setClaim("email", "no address");

        var user = reading("roles").user(token);

        assertThat(user.name()).isEqualTo(here);
        assertThat(user.email()).isNull();
    }
}
