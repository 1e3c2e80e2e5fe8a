package eu.solutionatlas.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Gives each new connection the addresses to connect to, and only those that are allowed. The name is looked up here and
 * nowhere else, so it cannot mean another machine between the check and the connection.
 */
final class CheckedResolver implements SocketAddressResolver {
    private final Resolver resolver;
    private final AddressPolicy policy;
    private final Executor executor;

    /** @param executor where names are looked up, which may take long */
    CheckedResolver(Resolver resolver, AddressPolicy policy, Executor executor) {
        this.resolver = resolver;
        this.policy = policy;
        this.executor = executor;
    }

    @Override
    public void resolve(String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
        executor.execute(() -> {
            List<InetSocketAddress> addresses;
            try {
                addresses = allowed(host, port);
            } catch (UnknownHostException | ForbiddenAddressException e) {
                promise.failed(e);
                return;
            }
            promise.succeeded(addresses);
        });
    }

    private List<InetSocketAddress> allowed(String host, int port)
            throws UnknownHostException, ForbiddenAddressException {
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        InetAddress[] found = resolver.resolve(bracketed ? host.substring(1, host.length() - 1) : host);
        List<InetSocketAddress> addresses = Stream.of(found)
                .filter(policy::permits)
                .map(address -> new InetSocketAddress(address, port))
                .toList();
        if (addresses.isEmpty()) {
            throw new ForbiddenAddressException(
                    host + " has no public address, and others are not asked (atlas.federation.private-addresses)");
        }
        return addresses;
    }
}
