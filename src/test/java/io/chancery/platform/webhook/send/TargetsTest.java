package io.chancery.platform.webhook.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where webhooks may lead, with names whose addresses the test says. */
class TargetsTest {

    private static final Map<String, String> ADDRESSES = Map.of(
            "public.example.org", "93.184.215.14 2606:2800:21f:cb07:6820:80da:af6b:8b2c",
            "inside.example.org", "10.1.2.3",
            "both.example.org", "93.184.215.14 10.1.2.3");

    private static Targets allowing(String... allowed) {
        return new Targets(TargetsTest::addresses, List.of(allowed));
    }

    /** Literals are not looked up. */
    private static InetAddress[] addresses(String host) throws UnknownHostException {
        if (Network.isLiteral(host)) {
            return InetAddress.getAllByName(host);
        }
        if (!ADDRESSES.containsKey(host)) {
            throw new UnknownHostException(host);
        }
        var found = new InetAddress[ADDRESSES.get(host).split(" ").length];
        for (int i = 0; i < found.length; i++) {
            found[i] = InetAddress.getByName(ADDRESSES.get(host).split(" ")[i]);
        }
        return found;
    }

    @Test
    void a_public_address_may_be_told_by_https() {
        assertThatCode(() -> allowing().check("https://public.example.org/hook?a=b"))
                .doesNotThrowAnyException();
        assertThatCode(() -> allowing().check("https://93.184.215.14:8443")).doesNotThrowAnyException();
        assertThatCode(() -> allowing().check("https://[2606:2800:21f::1]/hook"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.1.2.3",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "[::]",
                "[::1]",
                "[::ffff:10.0.0.1]",
                "[::ffff:a00:1]",
                "[::10.0.0.1]",
                "[64:ff9b::a00:1]",
                "[64:ff9b:1::a00:1]",
                "[100::1]",
                "[2001::1]",
                "[2001:db8::1]",
                "[2002:a00:1::]",
                "[fc00::1]",
                "[fd12:3456::1]",
                "[fe80::1]",
                "[fec0::1]",
                "[ff02::1]",
                "inside.example.org",
                "both.example.org"
            })
    void an_address_that_is_not_public_is_refused(String host) {
        assertThatThrownBy(() -> allowing().check("https://" + host + "/hook"))
                .isInstanceOf(RefusedTargetException.class)
                .hasMessageContaining("not public");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100.63.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.167.255.255",
                "223.255.255.255"
            })
    void the_neighbours_of_private_networks_are_public(String host) {
        assertThatCode(() -> allowing().check("https://" + host + "/hook")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no url",
                "ftp://public.example.org/",
                "file:///etc/passwd",
                "https:///hook",
                "https://user:word@public.example.org/",
                "https://public.example.org/#part",
                "https://public.example.org:0/",
                "https://public.example.org:99999/",
                "https://2130706433/",
                "https://0x7f.0.0.1/",
                "https://unknown.example.org/"
            })
    void what_is_no_usable_url_is_refused(String url) {
        assertThatThrownBy(() -> allowing().check(url)).isInstanceOf(RefusedTargetException.class);
    }

    @Test
    void plain_http_is_for_targets_that_the_settings_name() {
        assertThatThrownBy(() -> allowing().check("http://public.example.org/"))
                .isInstanceOf(RefusedTargetException.class)
                .hasMessageContaining("https");
        assertThatCode(() -> allowing("inside.example.org").check("http://inside.example.org/"))
                .doesNotThrowAnyException();
    }

    @Test
    void the_settings_name_hosts_addresses_and_networks() {
        assertThatCode(() -> allowing("Inside.example.org").check("https://inside.example.org/"))
                .doesNotThrowAnyException();
        assertThatCode(() -> allowing("10.1.0.0/16").check("https://inside.example.org/"))
                .doesNotThrowAnyException();
        assertThatCode(() -> allowing("10.1.2.3").check("https://both.example.org/"))
                .doesNotThrowAnyException();
        assertThatCode(() -> allowing("fd00::/8").check("https://[fd12::1]/")).doesNotThrowAnyException();
        assertThatThrownBy(() -> allowing("10.2.0.0/16", "fd00::/8").check("https://inside.example.org/"))
                .isInstanceOf(RefusedTargetException.class);
        assertThatThrownBy(() -> allowing("10.1.0.0/33")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_handover_looks_the_name_up_once_and_goes_where_it_led() throws UnknownHostException {
        var answers = new ArrayDeque<>(Arrays.asList("93.184.215.14", "127.0.0.1"));
        var targets = new Targets(host -> new InetAddress[] {InetAddress.getByName(answers.remove())}, List.of());

        var target = targets.find("https://rebinding.example.org/hook");

        assertThat(target.address().getHostAddress()).isEqualTo("93.184.215.14");
        assertThat(answers).hasSize(1);
        assertThatThrownBy(() -> targets.find("https://rebinding.example.org/hook"))
                .isInstanceOf(RefusedTargetException.class);
    }
}
