package eu.solutionatlas.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host's name, as the system does unless a test says otherwise. */
@FunctionalInterface
interface Resolver {
    Resolver SYSTEM = InetAddress::getAllByName;

    /** The addresses of a name, or of an address written as text. */
    InetAddress[] resolve(String host) throws UnknownHostException;
}
