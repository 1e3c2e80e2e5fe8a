package eu.solutionatlas.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses requests may go to: those of the public internet (IANA's registries of special-purpose addresses, RFC
 * 6890), and in a test network private ones and this machine's own. Link-local addresses are never among them, since
 * clouds keep their credentials there.
 */
final class AddressPolicy {
    private static final List<AddressRange> PRIVATE = List.of(
            AddressRange.of("127.0.0.0/8"),
            AddressRange.of("10.0.0.0/8"),
            AddressRange.of("172.16.0.0/12"),
            AddressRange.of("192.168.0.0/16"),
            AddressRange.of("::1/128"),
            AddressRange.of("fc00::/7"));

    private static final List<AddressRange> NEVER = List.of(
            AddressRange.of("0.0.0.0/8"),
            AddressRange.of("100.64.0.0/10"), // shared by the customers of a provider
            AddressRange.of("169.254.0.0/16"), // link-local
            AddressRange.of("192.0.0.0/24"), // protocol assignments
            AddressRange.of("192.0.2.0/24"), // documentation, as are the next two marked so
            AddressRange.of("192.88.99.0/24"), // relays of 6to4
            AddressRange.of("198.18.0.0/15"), // benchmarks
            AddressRange.of("198.51.100.0/24"), // documentation
            AddressRange.of("203.0.113.0/24"), // documentation
            AddressRange.of("224.0.0.0/4"), // multicast
            AddressRange.of("240.0.0.0/4"), // reserved, and broadcast
            AddressRange.of("2001::/23"), // protocol assignments, Teredo among them
            AddressRange.of("2001:db8::/32"), // documentation
            AddressRange.of("2002::/16"), // 6to4: an IPv4 address of any kind inside
            AddressRange.of("3fff::/20"), // documentation
            AddressRange.of("fd00:ec2::/32")); // a cloud's own services

    /** All that is given out as global IPv6 addresses; the rest is NAT64, link-local, multicast, mapped IPv4 and so on. */
    private static final AddressRange GLOBAL_IPV6 = AddressRange.of("2000::/3");

    private final boolean privateAddresses;

    AddressPolicy(OutboundSettings settings) {
        this.privateAddresses = settings.privateAddresses();
    }

    /** What is wrong with an address of the web before any name is looked up; empty when nothing is. */
    Optional<String> complaint(URI uri) {
        String scheme = String.valueOf(uri.getScheme());
        if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
            return Optional.of("only http and https addresses are asked, not " + uri);
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            return Optional.of("the address " + uri + " has no host");
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of("an address with a user name or password in it is not asked");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            return Optional.of("the address " + uri + " has no usable port");
        }
        return Optional.empty();
    }

    /** Whether a connection to an address may be made. Java has turned IPv4 addresses mapped into IPv6 back already. */
    boolean permits(InetAddress address) {
        if (NEVER.stream().anyMatch(range -> range.contains(address))) {
            return false;
        }
        if (PRIVATE.stream().anyMatch(range -> range.contains(address))) {
            return privateAddresses;
        }
        return address.getAddress().length == 4 || GLOBAL_IPV6.contains(address);
    }
}
