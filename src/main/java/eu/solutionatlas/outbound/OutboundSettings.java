package eu.solutionatlas.outbound;

import eu.solutionatlas.settings.Setting;
import eu.solutionatlas.settings.Settings;
import java.util.List;

/**
 * Where requests may go.
 *
 * @param privateAddresses whether private and loopback addresses are allowed
 */
public record OutboundSettings(boolean privateAddresses) {
    public static final Setting<Boolean> PRIVATE_ADDRESSES = Setting.flag(
            "atlas.federation.private-addresses",
            false,
            "Whether partner hubs may have private and loopback addresses. Only for a test network: whoever announces a"
                    + " hub could otherwise make this one ask machines that only it can reach.");

    public static final List<Setting<?>> ALL = List.of(PRIVATE_ADDRESSES);

    public static OutboundSettings from(Settings settings) {
        return new OutboundSettings(settings.get(PRIVATE_ADDRESSES));
    }
}
