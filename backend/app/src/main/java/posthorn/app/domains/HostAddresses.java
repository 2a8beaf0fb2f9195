package posthorn.app.domains;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import posthorn.engine.outside.IpText;

/// Sending addresses as a person lists them: parted by blanks, commas, semicolons or lines.
record HostAddresses(List<InetAddress> good, List<String> bad) {

    private static final Pattern GAP = Pattern.compile("[\\s,;]+");

    HostAddresses {
        good = List.copyOf(good);
        bad = List.copyOf(bad);
    }

    static HostAddresses read(String typed) {
        var texts =
                Arrays.stream(GAP.split(typed.strip())).filter(text -> !text.isEmpty()).toList();
        return new HostAddresses(
                texts.stream().flatMap(text -> address(text).stream()).distinct().toList(),
                texts.stream().filter(text -> address(text).isEmpty()).distinct().toList());
    }

    /// An address that could stand in the outside world; a network is none.
    private static Optional<InetAddress> address(String text) {
        return IpText.parse(text)
                .filter(address ->
                        !address.isAnyLocalAddress()
                                && !address.isLoopbackAddress()
                                && !address.isLinkLocalAddress()
                                && !address.isMulticastAddress());
    }
}
