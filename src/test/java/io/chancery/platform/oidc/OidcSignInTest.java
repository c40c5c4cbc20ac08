package io.chancery.platform.oidc;

import static io.chancery.platform.oidc.TestBrowser.ATTEMPT;
import static io.chancery.platform.oidc.TestBrowser.browser;
import static io.chancery.platform.oidc.TestBrowser.comeBack;
import static io.chancery.platform.oidc.TestBrowser.leave;
import static io.chancery.platform.oidc.TestBrowser.signIn;
import static io.chancery.platform.oidc.TestBrowser.vouch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.log.Logged;
import io.chancery.platform.user.NewUser;
import io.chancery.platform.user.Users;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** People come with the accounts of their company, from an issuer that keeps the rules and from some that do not. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class OidcSignInTest {

    private static final String SESSION = "quarkus-credential";
    private static final String PROOF = "chancery-proof";

    private final TestIssuer issuer = TestIssuer.open();

    @Inject
    Users users;

    @Inject
    Clock clock;

    @Inject
    DataSource database;

    @Inject
    Caller caller;

    @BeforeEach
    void switchOn() {
        with(TestConfig.of(issuer.address()));
    }

    private void with(OidcConfig config) {
        QuarkusMock.installMockForType(new OidcSignIn(config, users, clock), OidcSignIn.class);
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    private static void isRefused(Response back, int status, String why) {
        back.then().statusCode(status).body(containsString("Sie sind nicht angemeldet"), containsString(why));
        assertThat(back.cookies()).doesNotContainKeys(SESSION, PROOF);
    }

    private List<String> signInsOnRecord() {
        var text =
                "select actor, roles, action, detail from audit_entry where subject_kind = 'session' order by id desc";
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(text + " limit 1")) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(String.join(" ", row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void somebody_comes_with_the_account_of_their_company_and_has_the_roles_that_it_says() {
        issuer.vouchingFor("erna.muster", "author", "ccm-approvers", "admins");
        browser()
                .get("/sign-in")
                .then()
                .body(containsString("Mit dem Firmenkonto anmelden"), containsString("j_password"));

        var left = leave();
        var back = comeBack(left, vouch(left));

        back.then().statusCode(200).body(containsString("content=\"0; url=/\""));
        browser()
                .cookie(SESSION, back.cookie(SESSION))
                .get("/account")
                .then()
                .statusCode(200)
                .body(containsString("erna.muster"));
        assertThat(users.get("erna.muster").roles()).containsExactly("approver", "author");
        browser().cookie(SESSION, back.cookie(SESSION)).get("/users").then().statusCode(403);
        assertThat(signInsOnRecord()).containsExactly("erna.muster {approver,author} signed-in {}");
    }

    @Test
    void cookies_are_for_our_server_alone() {
        issuer.vouchingFor("cookie.monster", "agent");

        var left = leave();
        var back = comeBack(left, vouch(left));

        assertThat(left.detailedCookie(ATTEMPT).isHttpOnly()).isTrue();
        assertThat(left.detailedCookie(ATTEMPT).getSameSite()).isEqualToIgnoringCase("Lax");
        assertThat(back.cookie(ATTEMPT)).isEmpty();
        assertThat(back.detailedCookie("quarkus-redirect-location").getMaxAge()).isZero();
        assertThat(back.detailedCookie(SESSION).isHttpOnly()).isTrue();
        assertThat(back.detailedCookie(SESSION).getSameSite()).isEqualToIgnoringCase("Strict");
        assertThat(back.detailedCookie(SESSION).getPath()).isEqualTo("/");
        assertThat(back.detailedCookie(PROOF).isHttpOnly()).isTrue();
        assertThat(back.detailedCookie(PROOF).getPath()).isEqualTo("/sign-out");
    }

    @Test
    void whoever_wanted_a_page_gets_there_and_nobody_gets_to_another_server() {
        issuer.vouchingFor("wanderer", "agent");
        var wanted = Map.of(
                "http://localhost/messages?status=failed", "url=/messages?status=failed\"",
                "https://evil.example.org//evil.example.org", "url=/\"");

        wanted.forEach((address, page) -> {
            var left = browser().cookie("quarkus-redirect-location", address).get("/sign-in/company");
            comeBack(left, vouch(left)).then().statusCode(200).body(containsString(page), not(containsString("evil")));
        });
    }

    @Test
    void signing_out_goes_on_to_the_issuer_and_leaves_nothing_here() {
        issuer.vouchingFor("leaver", "agent");
        var back = signIn();

        var out = browser()
                .cookie(SESSION, back.cookie(SESSION))
                .cookie(PROOF, back.cookie(PROOF))
                .header("Sec-Fetch-Site", "same-origin")
                .post("/sign-out");

        out.then()
                .statusCode(200)
                .body(
                        containsString("url=" + issuer.address() + "/goodbye?"),
                        containsString("id_token_hint=ey"),
                        containsString("post_logout_redirect_uri="));
        assertThat(out.cookie(SESSION)).isEmpty();
        assertThat(out.detailedCookie(PROOF).getMaxAge()).isZero();
        assertThat(out.detailedCookie(PROOF).getPath()).isEqualTo("/sign-out");
    }

    static Stream<Arguments> lies() {
        var past = Date.from(Instant.now().minusSeconds(600));
        return Stream.<Map.Entry<String, Consumer<JWTClaimsSet.Builder>>>of(
                        Map.entry("another nonce", said -> said.claim("nonce", "another")),
                        Map.entry("no nonce", said -> said.claim("nonce", null)),
                        Map.entry("expired", said -> said.expirationTime(past)),
                        Map.entry("for another client", said -> said.audience("shop")),
                        Map.entry(
                                "for us by another",
                                said -> said.audience(List.of("chancery", "shop"))
                                        .claim("azp", "shop")),
                        Map.entry("another issuer", said -> said.issuer("https://login.example.org")))
                .map(lie -> Arguments.of(lie.getKey(), lie.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void a_token_that_is_not_for_this_sign_in_lets_nobody_in(String name, Consumer<JWTClaimsSet.Builder> lie) {
        issuer.saying(said -> lie.accept(said.claim("realm_access", Map.of("roles", List.of("admin")))));

        isRefused(signIn(), 403, "ließ sich nicht prüfen");

        assertThat(signInsOnRecord()).containsExactly(" {} sign-in-refused {\"reason\": \"sign-in-unproven\"}");
    }

    @Test
    void a_token_that_the_issuer_has_not_signed_lets_nobody_in() throws JOSEException {
        var secret = new MACSigner(TestIssuer.SECRET);
        issuer.vouchingFor("forger", "admin");

        isRefused(signInWith(TestIssuer.key()), 403, "ließ sich nicht prüfen");
        issuer.signing(PlainJWT::new);
        isRefused(signIn(), 403, "ließ sich nicht prüfen");
        issuer.signing(said -> TestIssuer.signed(said, JWSAlgorithm.HS256, secret));
        isRefused(signIn(), 403, "ließ sich nicht prüfen");
    }

    private Response signInWith(RSAKey foreign) {
        issuer.signing(said -> TestIssuer.signed(said, foreign));
        return signIn();
    }

    @Test
    void an_answer_to_what_this_browser_did_not_ask_lets_nobody_in() {
        issuer.vouchingFor("foreigner", "admin");
        var left = leave();
        var address = vouch(left);

        isRefused(browser().get(address), 400, "gehört zu keiner Anmeldung");
        isRefused(comeBack(leave(), address), 400, "gehört zu keiner Anmeldung");
        isRefused(comeBack(left, address.replaceAll("&state=[^&]*", "")), 400, "gehört zu keiner Anmeldung");
        isRefused(comeBack(left, address.replaceAll("&iss=[^&]*", "")), 400, "gehört zu keiner Anmeldung");
        isRefused(comeBack(left, address.replaceAll("code=[^&]*&", "")), 400, "gehört zu keiner Anmeldung");
    }

    @Test
    void a_code_works_once_and_only_for_whoever_asked_for_it() {
        issuer.vouchingFor("twice", "agent");
        var left = leave();
        var address = vouch(left);
        var code = address.replaceAll(".*[?&](code=[^&]*).*", "$1");

        comeBack(left, address).then().statusCode(200);

        isRefused(comeBack(left, address), 403, "nicht bestätigt, wer Sie sind");
        var other = leave();
        var stolen = vouch(leave()).replaceAll(".*[?&](code=[^&]*).*", "$1");
        var injected = vouch(other).replaceAll("code=[^&]*", stolen);
        assertThat(injected).doesNotContain(code);
        isRefused(comeBack(other, injected), 403, "nicht bestätigt, wer Sie sind");
    }

    @Test
    void nobody_gets_in_without_a_role_or_who_turned_back_there() {
        issuer.vouchingFor("roleless", "approver", "offline_access");
        isRefused(signIn(), 403, "keine der Rollen");
        browser().get("/sign-in/company?anew").then().header("Location", containsString("prompt=login"));
        assertThat(users.find("roleless")).isEmpty();

        issuer.denying();
        isRefused(signIn(), 403, "nicht bestätigt, wer Sie sind");
    }

    @Test
    void a_name_that_somebody_has_here_is_not_taken_from_them() {
        users.create(new NewUser("owner", "Somebody", null, null, Set.of("agent")), "a sentence to remember", false);
        issuer.vouchingFor("owner", "admin");

        isRefused(signIn(), 409, "gehört hier zu einem anderen Konto");

        assertThat(users.get("owner").roles()).containsExactly("agent");
    }

    @Test
    void whoever_is_disabled_here_stays_out_under_any_name() {
        issuer.vouchingFor("banned", "agent");
        var session = signIn().cookie(SESSION);

        users.disable("banned", "somebody");

        browser().cookie(SESSION, session).get("/account").then().header("Location", endsWith("/sign-in"));
        issuer.saying(said -> said.subject("id of banned")
                .claim("preferred_username", "renamed")
                .claim("realm_access", Map.of("roles", List.of("agent"))));
        isRefused(signIn(), 403, "gesperrt");
    }

    @Test
    void after_a_working_day_the_company_is_asked_again() throws SQLException {
        issuer.vouchingFor("worker", "agent");
        var session = signIn().cookie(SESSION);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("update user_account set signed_in_at = signed_in_at - interval '721 minutes'"
                    + " where client_id = (select id from api_client where name = 'worker')");
        }

        browser().cookie(SESSION, session).get("/account").then().header("Location", endsWith("/sign-in"));
        issuer.vouchingFor("worker", "steward");
        browser()
                .cookie(SESSION, signIn().cookie(SESSION))
                .get("/account")
                .then()
                .statusCode(200);
        assertThat(users.get("worker").roles()).containsExactly("steward");
    }

    @Test
    void an_issuer_that_does_not_answer_is_said_to_be_away_and_everything_else_goes_on() {
        issuer.vouchingFor("waiting", "agent");
        var left = leave();
        var address = vouch(left);
        issuer.close();

        isRefused(comeBack(left, address), 503, "zurzeit nicht erreichbar");
        with(TestConfig.of(issuer.address()));
        isRefused(browser().get("/sign-in/company"), 503, "zurzeit nicht erreichbar");
        browser().get("/sign-in").then().statusCode(200).body(containsString("j_password"));
    }

    @Test
    void nothing_of_a_token_or_of_a_person_is_logged() {
        try (var logged = Logged.fromNow()) {
            issuer.vouchingFor("discreet.person", "agent");
            signIn().then().statusCode(200);
            issuer.saying(said -> said.subject("discreet subject").audience("shop"));
            signIn().then().statusCode(403);
            issuer.signing(PlainJWT::new);
            signIn().then().statusCode(403);

            assertThat(logged.lines()).isNotEmpty();
            assertThat(String.join("", logged.lines())).doesNotContain("eyJ", "discreet", "Erna", "muster@", "code=");
        }
    }

    @Test
    void where_the_company_is_the_only_way_there_is_no_form() {
        with(TestConfig.of(issuer.address()).alone());

        browser()
                .get("/sign-in")
                .then()
                .body(allOf(containsString("/sign-in/company"), not(containsString("j_password"))));
        browser()
                .formParam("j_username", "key")
                .formParam("j_password", caller.key("admin"))
                .post("/j_security_check")
                .then()
                .header("Location", endsWith("/sign-in?failed"));
    }

    @Test
    void without_an_issuer_everything_is_as_it_was() {
        with(TestConfig.none());

        browser()
                .get("/sign-in")
                .then()
                .body(allOf(not(containsString("/sign-in/company")), containsString("j_password")));
        browser().get("/sign-in/company").then().statusCode(404);
        browser().get("/sign-in/company/back?code=a&state=b").then().statusCode(404);
        browser()
                .formParam("j_username", "key")
                .formParam("j_password", caller.key("admin"))
                .post("/j_security_check")
                .then()
                .header("Location", not(containsString("failed")));
    }

    @Test
    void what_is_written_wrong_stops_the_start() {
        var plain = TestConfig.of(URI.create("http://login.example.org/realms/staff"));
        var misspelt = new TestConfig(Optional.empty(), Map.of("autor", List.of("ccm")), false);

        new OidcSignIn(plain, users, clock).check(false);
        assertThatThrownBy(() -> new OidcSignIn(plain, users, clock).check(true))
                .hasMessageContaining("https");
        assertThatThrownBy(() -> new OidcSignIn(misspelt, users, clock).check(true))
                .hasMessageContaining("autor");
    }
}
