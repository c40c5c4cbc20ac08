package io.chancery.archive.stamp;

import io.chancery.archive.log.time.LocalAuthority;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An authority of our own, and whoever believes it. */
public final class TestAuthorities {

    private TestAuthorities() {}

    /** Its certificate lies in a folder from now on. */
    public static LocalAuthority in(Path folder) {
        try {
            var authority = new LocalAuthority();
            Files.writeString(folder.resolve("tsa.pem"), LocalAuthority.pem(authority.root()));
            return authority;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Believes the one whose certificate lies there. */
    public static TrustedAuthorities of(Path folder) {
        return new TrustedAuthorities(new Settings(null, folder, Duration.ZERO));
    }

    /** Asks at a URL, as somebody with a password. */
    record Settings(URI asked, Path folder, Duration every) implements StampConfig {
        @Override
        public Optional<URI> url() {
            return Optional.ofNullable(asked);
        }

        @Override
        public Optional<List<Path>> certificates() {
            return Optional.of(List.of(folder.resolve("tsa.pem")));
        }

        @Override
        public Optional<String> policy() {
            return Optional.of("1.3.6.1.4.1.55555.1");
        }

        @Override
        public Optional<String> username() {
            return Optional.of("chancery");
        }

        @Override
        public Optional<String> password() {
            return Optional.of("geheim");
        }

        @Override
        public Duration timeout() {
            return Duration.ofMillis(700);
        }
    }
}
