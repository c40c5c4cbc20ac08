package io.chancery.platform.webhook.send;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses belong to the public internet (IANA special-purpose address registries, RFC 6890). */
final class PublicAddresses {

    /** This network, private, carrier-grade NAT, loopback, link-local, for documents, tests and relays, multicast, reserved. */
    private static final List<Network> NOT_PUBLIC_4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** Whatever lies outside is loopback, mapped, translated, unique-local, link-local or multicast. */
    private static final Network GLOBAL_6 = Network.of("2000::/3");

    /** Protocol assignments with Teredo, for documents, and 6to4, which has an IPv4 address inside. */
    private static final List<Network> NOT_PUBLIC_6 = networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private PublicAddresses() {}

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }

    static boolean contains(InetAddress address) {
        return address instanceof Inet6Address
                ? GLOBAL_6.contains(address) && none(NOT_PUBLIC_6, address)
                : none(NOT_PUBLIC_4, address);
    }

    private static boolean none(List<Network> networks, InetAddress address) {
        return networks.stream().noneMatch(network -> network.contains(address));
    }
}
