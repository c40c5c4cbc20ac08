package io.chancery.dispatch.email.dkim;

import io.chancery.dispatch.email.dkim.DkimConfig.Key;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The domains that have keys here, by name. */
record SigningDomains(Map<String, SigningDomain> byName) {

    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern SELECTOR = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")+");

    /** @throws IllegalStateException if something is wrong with a setting, which it names */
    static SigningDomains of(DkimConfig config) {
        return new SigningDomains(config.domains().entrySet().stream()
                .map(entry -> domain(entry.getKey(), entry.getValue()))
                .collect(Collectors.toUnmodifiableMap(SigningDomain::name, Function.identity())));
    }

    private static SigningDomain domain(String written, DkimConfig.Domain config) {
        var setting = "chancery.dispatch.email.dkim.\"" + written + "\"";
        var name = written.toLowerCase(Locale.ROOT);
        if (!DOMAIN.matcher(name).matches()) {
            throw new IllegalStateException(
                    setting + " is not the name of a domain as DNS has it (xn--… if it has other letters)");
        }
        var keys = new ArrayList<SigningKey>();
        keys.add(key(Algorithm.RSA, config.rsa(), setting));
        config.ed25519().ifPresent(key -> keys.add(key(Algorithm.ED25519, key, setting)));
        var selectors = keys.stream().map(SigningKey::selector).distinct().count();
        if (selectors < keys.size()) {
            throw new IllegalStateException(setting + ": each key needs a selector of its own");
        }
        return new SigningDomain(name, List.copyOf(keys));
    }

    private static SigningKey key(Algorithm algorithm, Key config, String domain) {
        var setting = domain + "." + algorithm.tag();
        var selector = config.selector().toLowerCase(Locale.ROOT);
        if (!SELECTOR.matcher(selector).matches()) {
            throw new IllegalStateException(setting + ".selector is not a name that DNS can have");
        }
        try {
            var key = KeyFile.read(config.key());
            return SigningKey.of(algorithm, selector, key, Providers.fastestFirst(algorithm));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "%s.key: %s cannot sign: %s".formatted(setting, config.key(), e.getMessage()));
        }
    }

    /** The one that signs for a domain: itself, or the closest above it (relaxed alignment, RFC 7489 §3.1.1). */
    Optional<SigningDomain> of(String sender) {
        var name = sender.toLowerCase(Locale.ROOT);
        var found = byName.get(name);
        while (found == null && name.contains(".")) {
            name = name.substring(name.indexOf('.') + 1);
            found = byName.get(name);
        }
        return Optional.ofNullable(found);
    }

    Collection<SigningDomain> all() {
        return byName.values();
    }
}
