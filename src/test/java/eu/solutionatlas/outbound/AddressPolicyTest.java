package eu.solutionatlas.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
    private static final AddressPolicy PUBLIC = new AddressPolicy(new OutboundSettings(false));
    private static final AddressPolicy TEST_NETWORK = new AddressPolicy(new OutboundSettings(true));

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "172.15.0.1", "172.32.0.1", "100.128.0.1", "2a00:1450:4001::1", "2606:4700::1111"})
    void publicAddress_isPermitted(String address) throws UnknownHostException {
        assertThat(PUBLIC.permits(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "::1",
                "fc00::1",
                "fdff::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1"
            })
    void privateAddress_isPermittedInTestNetworkOnly(String address) throws UnknownHostException {
        InetAddress parsed = InetAddress.getByName(address);
        assertThat(PUBLIC.permits(parsed)).isFalse();
        assertThat(TEST_NETWORK.permits(parsed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "100.64.0.1",
                "169.254.169.254",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.9",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "fd00:ec2::254",
                "100::1"
            })
    void specialAddress_isNeverPermitted(String address) throws UnknownHostException {
        InetAddress parsed = InetAddress.getByName(address);
        assertThat(PUBLIC.permits(parsed)).isFalse();
        assertThat(TEST_NETWORK.permits(parsed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/", "file:///etc/passwd", "http://user:secret@example.org/", "http:///x",
                "http://example.org:0/", "http://example.org:70000/", "mailto:a@example.org", "//example.org/"
            })
    void addressOfTheWrongForm_isComplainedAbout(String uri) {
        assertThat(TEST_NETWORK.complaint(URI.create(uri))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org", "HTTPS://example.org:8443/x?y=z", "http://[::1]:80/"})
    void addressOfTheWeb_isNotComplainedAbout(String uri) {
        assertThat(TEST_NETWORK.complaint(URI.create(uri))).isEmpty();
    }
}
