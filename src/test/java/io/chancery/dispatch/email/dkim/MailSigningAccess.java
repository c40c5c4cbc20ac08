package io.chancery.dispatch.email.dkim;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Signing as it is configured, for tests outside of this package. */
public final class MailSigningAccess {

    private MailSigningAccess() {}

    /** With the whole names of settings. */
    public static MailSigning with(Map<String, String> settings, Clock clock) {
        return new MailSigning(config(settings), clock);
    }

    /** With no key. */
    public static MailSigning none() {
        return with(Map.of(), Clock.systemUTC());
    }

    /** With a key that has stopped to work. */
    public static MailSigning failing() {
        return new MailSigning(config(Map.of()), Clock.systemUTC()) {
            @Override
            public byte[] signed(byte[] mail) {
                throw new IllegalStateException("The mail could not be signed");
            }
        };
    }

    static DkimConfig config(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder()
                .withConverter(Path.class, 300, Path::of)
                .withMapping(DkimConfig.class);
        settings.forEach(builder::withDefaultValue);
        return builder.build().getConfigMapping(DkimConfig.class);
    }
}
