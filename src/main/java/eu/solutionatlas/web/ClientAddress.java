package eu.solutionatlas.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Whom a request counts for. */
public final class ClientAddress {
    private ClientAddress() {}

    /**
     * The address of the client, an IPv6 one cut to its network of 64 bits, since that much is one customer.
     *
     * @param trustedProxies how many entries of X-Forwarded-For, from its end, were written by our own proxies
     */
    public static String of(HttpServletRequest request, int trustedProxies) {
        String peer = request.getRemoteAddr();
        if (trustedProxies == 0) {
            return network(peer);
        }
        List<String> hops = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders("X-Forwarded-For"))) {
            for (String hop : header.split(",")) {
                hops.add(hop.strip());
            }
        }
        int index = hops.size() - trustedProxies;
        return network(hops.isEmpty() ? peer : hops.get(Math.max(0, index)));
    }

    /** Of an IPv6 address the first four groups; anything else as it is. */
    public static String network(String address) {
        String bare = address.startsWith("[") ? address.substring(1, Math.max(1, address.indexOf(']'))) : address;
        int zone = bare.indexOf('%');
        String plain = zone < 0 ? bare : bare.substring(0, zone);
        if (plain.indexOf(':') < 0 || plain.indexOf('.') >= 0) {
            return address;
        }
        int gap = plain.indexOf("::");
        String head = gap < 0 ? plain : plain.substring(0, gap);
        List<String> groups = new ArrayList<>();
        if (!head.isEmpty()) {
            for (String group : head.split(":")) {
                groups.add(group.replaceFirst("^0+(?=.)", "").toLowerCase(Locale.ROOT));
            }
        }
        String tail = gap < 0 ? "" : plain.substring(gap + 2);
        int after = tail.isEmpty() ? 0 : tail.split(":").length;
        while (groups.size() < 8 - after && groups.size() < 4) {
            groups.add("0");
        }
        return String.join(":", groups.subList(0, Math.min(4, groups.size()))) + "::/64";
    }
}
