package io.chancery.dispatch.sms.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.dispatch.ProviderEndpoint;
import io.chancery.dispatch.sms.gateway.callback.Callbacks;
import io.chancery.dispatch.trust.ProviderCertificates;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.vocabulary.Channel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The adapter with the certificates and receipts of the running server, where test-gateway brings receipts and no more. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class GatewayAdapterTest {

    private static final String URL = "https://gateway.example.org/messages";

    @Inject
    GatewayAdapter running;

    @Inject
    ProviderCertificates certificates;

    @Inject
    Callbacks callbacks;

    @Test
    void one_that_only_brings_receipts_is_no_provider() {
        assertThat(running.channel()).isEqualTo(Channel.SMS);
        assertThat(running.providers()).isEmpty();
    }

    @Test
    void one_that_has_an_address_is_a_provider() {
        var provider = adapter("web", Map.of("url", URL, "weight", "30", "per-second", "5", "concurrency", "2"))
                .providers()
                .get(0);

        assertThat(provider.endpoint()).isEqualTo(new ProviderEndpoint(Channel.SMS, URL, false));
        assertThat(provider.profile().name()).isEqualTo("web");
        assertThat(provider.profile().weight()).isEqualTo(30);
        assertThat(provider.profile().concurrency()).isEqualTo(2);
        assertThat(provider.profile().perSecond()).hasValue(5);
    }

    @Test
    void only_one_that_brings_receipts_confirms() {
        assertThat(adapter("test-gateway", Map.of("url", URL)).confirms()).isTrue();
        assertThat(adapter("web", Map.of("url", URL)).confirms()).isFalse();
    }

    @Test
    void one_that_can_do_nothing_is_a_mistake() {
        assertThatThrownBy(() -> adapter("web", Map.of("auth", "bearer", "token", "s3cret")))
                .hasMessage("The settings chancery.dispatch.sms.gateways.web cannot be used: "
                        + "url is not set, nor are receipts.secrets");
        assertThatThrownBy(() -> adapter("web", Map.of("url", URL, "headers.X-Key", "s3\ncret")))
                .hasNoCause()
                .hasMessage("The settings chancery.dispatch.sms.gateways.web cannot be used: "
                        + "the header X-Key cannot be set, or not to its value");
        assertThatThrownBy(() -> adapter("web", Map.of("url", URL, "tls-configuration", "nowhere")))
                .hasMessage("quarkus.tls.nowhere is not configured");
    }

    private GatewayAdapter adapter(String name, Map<String, String> settings) {
        return new GatewayAdapter(GatewaySettings.named(name, settings), certificates, callbacks, Clock.systemUTC());
    }
}
