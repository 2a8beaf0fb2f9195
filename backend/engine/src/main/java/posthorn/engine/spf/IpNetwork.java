package posthorn.engine.spf;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import posthorn.engine.outside.IpText;

/// A block of addresses: those whose first `prefix` bits are the same as those of `address`. The
/// other bits of `address` may be set and have no meaning.
public record IpNetwork(InetAddress address, int prefix) {

    /// The block written as `192.0.2.0/24`, `2001:db8::/32`, or one address.
    public static Optional<IpNetwork> parse(String text) {
        int slash = text.indexOf('/');
        var address = IpText.parse(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int bits = bits(address.get());
        int prefix = slash < 0 ? bits : prefix(text.substring(slash + 1), bits);
        return prefix < 0 ? Optional.empty() : Optional.of(new IpNetwork(address.get(), prefix));
    }

    /// A prefix length without leading zeros, at most `max`; -1 if it is none (RFC 7208 §5.6).
    static int prefix(String digits, int max) {
        int prefix = IpText.number(digits, 0, digits.length());
        return prefix <= max ? prefix : -1;
    }

    private static int bits(InetAddress address) {
        return address instanceof Inet4Address ? 32 : 128;
    }

    /// Whether this is a block of IPv4 addresses.
    public boolean isFour() {
        return bits(address) == 32;
    }

    /// Whether `other` is in the block; an address of the other family never is.
    public boolean contains(InetAddress other) {
        return bits(other) == bits(address)
                && haveSameStart(other.getAddress(), address.getAddress(), prefix);
    }

    private static boolean haveSameStart(byte[] one, byte[] other, int bits) {
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (one[i] != other[i]) {
                return false;
            }
        }
        int rest = bits % 8;
        return rest == 0 || ((one[whole] ^ other[whole]) & 0xff) >> (8 - rest) == 0;
    }

    /// Whether all of `other` is in the block.
    public boolean contains(IpNetwork other) {
        return other.prefix >= prefix && contains(other.address);
    }

    /// The smallest address, as a number.
    BigInteger first() {
        int free = bits(address) - prefix;
        return number(address).shiftRight(free).shiftLeft(free);
    }

    /// The largest address, as a number.
    BigInteger last() {
        return first().add(BigInteger.ONE.shiftLeft(bits(address) - prefix))
                .subtract(BigInteger.ONE);
    }

    /// All its addresses.
    AddressRanges.Range range() {
        var octets = address.getAddress();
        return octets.length == 4 ? four(octets) : six(octets);
    }

    private AddressRanges.Range four(byte[] octets) {
        long value = ByteBuffer.wrap(octets).getInt() & 0xffffffffL;
        long free = (1L << (32 - prefix)) - 1;
        return new AddressRanges.Range(
                new AddressRanges.Bits(0, value & ~free), new AddressRanges.Bits(0, value | free));
    }

    private AddressRanges.Range six(byte[] octets) {
        var both = ByteBuffer.wrap(octets);
        long high = both.getLong();
        long low = both.getLong();
        long freeHigh = free(64 - prefix);
        long freeLow = free(128 - prefix);
        return new AddressRanges.Range(
                new AddressRanges.Bits(high & ~freeHigh, low & ~freeLow),
                new AddressRanges.Bits(high | freeHigh, low | freeLow));
    }

    /// The lowest bits set, none to all 64.
    private static long free(int bits) {
        return bits <= 0 ? 0 : bits >= 64 ? -1 : (1L << bits) - 1;
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }

    @Override
    public String toString() {
        return IpText.of(address) + "/" + prefix;
    }
}
