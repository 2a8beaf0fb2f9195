package posthorn.app.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// Where a request comes from, as far as limits are concerned: the address of the socket, and of
/// IPv6 the first 64 bits, since one household has all the rest.
///
/// Header fields that claim another address are not believed.
public final class ClientAddress {

    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /// The key to count this client by.
    public static String of(HttpServletRequest request) {
        var literal = request.getRemoteAddr();
        return InetAddress.ofLiteral(literal) instanceof Inet6Address six
                ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                : literal;
    }
}
