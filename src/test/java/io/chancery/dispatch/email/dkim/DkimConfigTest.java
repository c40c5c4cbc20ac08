package io.chancery.dispatch.email.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bad key stops the start, and its message says which setting and nothing of the key. */
class DkimConfigTest {

    private static final String SETTING = "chancery.dispatch.email.dkim.\"example.org\"";

    @TempDir
    Path folder;

    private Map<String, String> settings = Map.of();
    private TestKeys keys = new TestKeys(Path.of(""), "");

    @BeforeEach
    void keys() {
        keys = TestKeys.create(folder, "example.org");
        settings = new HashMap<>(keys.settings());
    }

    @Test
    void the_record_to_publish_is_said_in_strings_that_dns_can_carry() {
        var domain = SigningDomains.of(MailSigningAccess.config(settings))
                .of("EXAMPLE.org")
                .orElseThrow();

        var rsa = domain.record(domain.keys().get(0));
        var ed25519 = domain.record(domain.keys().get(1));

        assertThat(rsa).startsWith("rsa2026._domainkey.example.org. TXT \"v=DKIM1; k=rsa; p=MII");
        assertThat(rsa.substring(rsa.indexOf('"')).split("\" ?\"?"))
                .allMatch(string -> string.length() <= 255)
                .satisfies(strings -> assertThat(String.join("", strings)).isEqualTo(keys.record(TestKeys.RSA)));
        assertThat(ed25519).isEqualTo("ed2026._domainkey.example.org. TXT \"" + keys.record(TestKeys.ED25519) + "\"");
    }

    @Test
    void ed25519_may_be_left_out() {
        settings.keySet().removeIf(name -> name.contains("ed25519"));

        var domain = SigningDomains.of(MailSigningAccess.config(settings)).of("example.org");

        assertThat(domain.orElseThrow().keys()).hasSize(1);
    }

    @Test
    void rsa_may_not_because_too_few_receivers_check_the_other() {
        settings.keySet().removeIf(name -> name.contains("rsa"));

        assertThatThrownBy(() -> MailSigningAccess.config(settings)).hasMessageContaining(SETTING + ".rsa.selector");
    }

    @Test
    void a_missing_file_is_named() throws IOException {
        Files.delete(keys.pem(TestKeys.RSA));

        refused(".rsa.key", "there is no such file");
    }

    @Test
    void a_file_that_is_no_key_is_named() throws IOException {
        Files.writeString(keys.pem(TestKeys.ED25519), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n");

        refused(".ed25519.key", "openssl pkcs8 -topk8 -nocrypt");
    }

    @Test
    void a_key_of_the_other_type_is_named() throws IOException {
        Files.copy(keys.pem(TestKeys.ED25519), folder.resolve("other.pem"));
        settings.put(SETTING + ".rsa.key", folder.resolve("other.pem").toString());

        refused(".rsa.key", "it is damaged, or not of the type RSA");
    }

    @Test
    void a_key_that_forgers_can_break_is_named() throws IOException {
        Files.writeString(
                keys.pem(TestKeys.RSA), TestKeys.pem(TestKeys.pair("RSA", 1024).getPrivate()));

        refused(".rsa.key", "it has 1024 bits, not 2048 to 4096");
    }

    @Test
    void a_damaged_key_is_named() throws IOException {
        var pem = Files.readString(keys.pem(TestKeys.RSA));
        Files.writeString(keys.pem(TestKeys.RSA), pem.replaceFirst("MII", "AII"));

        refused(".rsa.key", "it is damaged, or not of the type RSA");
    }

    @Test
    void a_name_that_dns_cannot_have_is_named() {
        settings.put(SETTING + ".rsa.selector", "a; d=example.com");

        refused(".rsa.selector", "DNS");
    }

    @Test
    void two_keys_cannot_have_one_record() {
        settings.put(SETTING + ".rsa.selector", TestKeys.ED25519);

        refused("", "a selector of its own");
    }

    @Test
    void a_domain_is_written_as_dns_has_it() {
        settings = new HashMap<>(new TestKeys(folder, "müller.example").settings());

        assertThatThrownBy(() -> MailSigningAccess.with(settings, java.time.Clock.systemUTC()))
                .hasMessageContaining("\"müller.example\"")
                .hasMessageContaining("xn--");
    }

    private void refused(String setting, String why) {
        assertThatThrownBy(() -> MailSigningAccess.with(settings, java.time.Clock.systemUTC()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(SETTING + setting)
                .hasMessageContaining(why)
                .satisfies(refused -> assertThat(refused.getMessage().replace(folder.toString(), ""))
                        .doesNotContainPattern("[A-Za-z0-9+/]{30,}"));
    }
}
