package posthorn.engine.rdns;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import posthorn.engine.outside.DnsName;

/// A name that a program gave to an address: it holds the address itself, or a word that access
/// providers use. Filters take its owner for somebody at home.
///
/// @param pattern what gives it away: `192-0-2` or `dsl`
/// @param weight how sure that is, 1 to 5
record AutomaticName(String pattern, int weight) {

    /// Words that stand in names of changing or home addresses only, if a number stands there too.
    private static final Set<String> STRONG =
            Set.of(
                    "dyn", "dynamic", "dynip", "dsl", "adsl", "vdsl", "xdsl", "dhcp", "dial",
                    "dialin", "dialup", "ppp", "pppoe", "catv", "dip", "in-addr");

    /// Words that say so only beside the address.
    private static final Set<String> WEAK =
            Set.of(
                    "pool",
                    "pools",
                    "cable",
                    "broadband",
                    "user",
                    "users",
                    "client",
                    "clients",
                    "customer",
                    "customers",
                    "cust",
                    "nat",
                    "static",
                    "ip",
                    "host",
                    "unassigned");

    private static final int OWN_LABELS = 2;
    private static final int ENOUGH_OCTETS = 3;
    private static final int NIBBLES = 16;

    /// What gives the name away, if anything does.
    static Optional<AutomaticName> of(DnsName name, InetAddress address) {
        var labels = name.labels();
        var host = String.join(".", labels.subList(0, Math.max(0, labels.size() - OWN_LABELS)));
        var words = words(host);
        var numbers = address.getAddress().length == 4 ? octets(words, address) : List.<String>of();
        var hex = hex(host, address);
        return hex.map(found -> new AutomaticName(found, 4))
                .or(() -> byOctets(numbers, words))
                .or(() -> byWord(words));
    }

    private static Optional<AutomaticName> byOctets(List<String> octets, List<String> words) {
        var strong = first(words, STRONG);
        var weak = first(words, WEAK);
        var text = String.join("-", octets);
        if (octets.size() >= ENOUGH_OCTETS) {
            return Optional.of(
                    strong.map(word -> new AutomaticName(word + ", " + text, 5))
                            .orElse(new AutomaticName(text, 3)));
        }
        return octets.size() == 2
                ? strong.or(() -> weak).map(word -> new AutomaticName(word + ", " + text, 3))
                : Optional.empty();
    }

    private static Optional<AutomaticName> byWord(List<String> words) {
        boolean numbered = words.stream().anyMatch(word -> Character.isDigit(word.charAt(0)));
        return numbered
                ? first(words, STRONG).map(word -> new AutomaticName(word, 2))
                : Optional.empty();
    }

    private static Optional<String> first(List<String> words, Set<String> known) {
        return words.stream().filter(known::contains).findFirst();
    }

    /// Runs of letters and runs of digits, in order.
    private static List<String> words(String host) {
        var words = new ArrayList<String>();
        int start = 0;
        for (int i = 1; i <= host.length(); i++) {
            if (i == host.length() || kind(host.charAt(i)) != kind(host.charAt(start))) {
                if (kind(host.charAt(start)) != 0) {
                    words.add(host.substring(start, i));
                }
                start = i;
            }
        }
        return words;
    }

    private static int kind(char c) {
        if (c >= '0' && c <= '9') {
            return 1;
        }
        return c >= 'a' && c <= 'z' ? 2 : 0;
    }

    /// The longest row of the address's octets, forwards or backwards, among the numbers.
    private static List<String> octets(List<String> words, InetAddress address) {
        var numbers = words.stream().filter(word -> kind(word.charAt(0)) == 1).toList();
        var forwards = new ArrayList<String>();
        for (byte octet : address.getAddress()) {
            forwards.add(String.valueOf(octet & 0xff));
        }
        var found = longest(numbers, forwards);
        var backwards = longest(numbers, forwards.reversed());
        return found.size() >= backwards.size() ? found : backwards;
    }

    private static List<String> longest(List<String> numbers, List<String> octets) {
        List<String> best = List.of();
        for (int at = 0; at < numbers.size(); at++) {
            for (int from = 0; from < octets.size(); from++) {
                int n = 0;
                while (at + n < numbers.size()
                        && from + n < octets.size()
                        && isSame(numbers.get(at + n), octets.get(from + n))) {
                    n++;
                }
                if (n > best.size()) {
                    best = octets.subList(from, from + n);
                }
            }
        }
        return best;
    }

    private static boolean isSame(String number, String octet) {
        return number.length() <= 3 && Integer.parseInt(number) == Integer.parseInt(octet);
    }

    /// The whole IPv4 address, or the last half of the IPv6 address, in hexadecimal digits.
    private static Optional<String> hex(String host, InetAddress address) {
        var hex = HexFormat.of().formatHex(address.getAddress());
        var wanted = hex.substring(Math.max(0, hex.length() - NIBBLES));
        var bare = host.replace("-", "").replace(".", "");
        boolean zeros = wanted.chars().filter(c -> c == '0').count() > wanted.length() / 2;
        return !zeros && bare.contains(wanted) ? Optional.of(wanted) : Optional.empty();
    }
}
