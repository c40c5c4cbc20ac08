package io.chancery.dispatch.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmppAdapterTest {

    @ParameterizedTest
    @CsvSource({
        "chancery.dispatch.sms.stand-in.port,1,true",
        "chancery.dispatch.sms.providers.smsc.host,smsc.example.org,false",
        "chancery.dispatch.sms.gateways.web.url,https://gateway.example.org/messages,false",
        // One that takes no texts any more, but brings receipts.
        "chancery.dispatch.sms.gateways.web.url,,true"
    })
    void the_development_centre_starts_when_nobody_else_takes_texts(String setting, String value, boolean wanted) {
        var config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 300, new DurationConverter())
                .withMapping(SmsConfig.class)
                .withDefaultValue(setting, value == null ? "" : value)
                .build()
                .getConfigMapping(SmsConfig.class);

        assertThat(SmppAdapter.wantsStandIn(config)).isEqualTo(wanted);
    }
}
