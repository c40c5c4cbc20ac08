package io.chancery.platform.webhook.send;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps webhooks from reaching into our own network (server-side request forgery): https to public addresses, and
 * everything else only where the settings allow it. A name is looked up once for each hand-over, and the address that
 * was found and checked is the one that is connected to, so that a name cannot mean another address a moment later.
 */
@ApplicationScoped
public class Targets {

    private static final int HIGHEST_PORT = 65_535;
    private static final String NOT_A_URL = "must be an https URL without password and fragment";
    private static final String NOT_SECURE = "must be https; http only to targets in chancery.webhook.allowed-private";
    private static final String NOT_PUBLIC =
            "leads to an address that is not public, and that chancery.webhook.allowed-private does not allow";
    private static final String UNKNOWN_HOST = "names a host that cannot be found";

    private final Names names;
    private final List<Network> allowedNetworks;
    private final Set<String> allowedHosts;

    /** Who knows the addresses of a host. */
    interface Names {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    @Inject
    Targets(WebhookConfig config) {
        this(InetAddress::getAllByName, config.allowedPrivate().orElse(List.of()));
    }

    Targets(Names names, List<String> allowed) {
        this.names = names;
        this.allowedNetworks =
                allowed.stream().filter(Network::isLiteral).map(Network::of).toList();
        this.allowedHosts = allowed.stream()
                .filter(entry -> !Network.isLiteral(entry))
                .map(entry -> entry.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /**
     * Looks whether anything may be sent to a URL.
     *
     * @throws RefusedTargetException if not
     */
    public void check(String url) {
        try {
            find(url);
        } catch (UnknownHostException e) {
            throw new RefusedTargetException(UNKNOWN_HOST);
        }
    }

    /** @throws RefusedTargetException if nothing may be sent there */
    Target find(String url) throws UnknownHostException {
        var uri = parse(url);
        var host = uri.getHost().replaceAll("[\\[\\]]", "");
        var addresses = List.of(names.addresses(host));
        boolean allowed = allowedHosts.contains(host.toLowerCase(Locale.ROOT));
        // One forbidden address among several is no accident.
        if (!allowed
                && !addresses.stream().allMatch(address -> PublicAddresses.contains(address) || isAllowed(address))) {
            throw new RefusedTargetException(NOT_PUBLIC);
        }
        var target = new Target(uri, addresses.get(0));
        if (!target.isSecure() && !allowed && !addresses.stream().allMatch(this::isAllowed)) {
            throw new RefusedTargetException(NOT_SECURE);
        }
        return target;
    }

    private boolean isAllowed(InetAddress address) {
        return allowedNetworks.stream().anyMatch(network -> network.contains(address));
    }

    /** Whoever may see the URL may not sign in with it, so it carries no password. */
    private static URI parse(String url) {
        try {
            var uri = URI.create(url);
            boolean usable = Stream.of("https", "http").anyMatch(scheme -> scheme.equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && uri.getPort() <= HIGHEST_PORT
                    && uri.getPort() != 0;
            if (usable) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new RefusedTargetException(NOT_A_URL);
        }
        throw new RefusedTargetException(NOT_A_URL);
    }
}
