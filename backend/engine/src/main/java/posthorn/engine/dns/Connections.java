package posthorn.engine.dns;

import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;

/// A name server takes connections (RFC 7766 §5): an answer that fits into no datagram can be had
/// no other way. Where no server takes one, only those of the zone above can tell that it is not
/// us.
final class Connections implements Rule<DnsFacts> {

    /// What resolvers ask for at most in one datagram.
    private static final long DATAGRAM = 1232;

    private static final long HEADER = 12 + 11;
    private static final long RECORD = 12;

    @Override
    public List<Finding> judge(DnsFacts facts) {
        return facts.cut().map(Connections::judge).orElse(List.of());
    }

    private static List<Finding> judge(ZoneFacts.Cut cut) {
        var refused =
                cut.connections().stream()
                        .filter(ZoneFacts.Connection::isRefused)
                        .map(ZoneFacts.Connection::server)
                        .distinct()
                        .toList();
        boolean isOurs =
                refused.size() == cut.connections().size() && !cut.delegation().takesConnections();
        return isOurs ? List.of() : refused.stream().map(server -> finding(server, cut)).toList();
    }

    private static Finding finding(DnsName server, ZoneFacts.Cut cut) {
        long size = size(cut);
        boolean lost = size > DATAGRAM || isLost(server, cut);
        return Finding.of(lost ? WARNING : NOTICE, "dns.tcp-refused", server)
                .with("zone", cut.apex())
                .with("bytes", size);
    }

    /// Whether the server was silent to one of the questions only: the answer did not fit.
    private static boolean isLost(DnsName server, ZoneFacts.Cut cut) {
        return cut.copies().stream()
                .flatMap(copies -> copies.first().stream())
                .filter(copy -> copy.server().equals(server))
                .anyMatch(copy -> Visit.isSilence(copy.answer()));
    }

    /// About how large the largest answer is.
    private static long size(ZoneFacts.Cut cut) {
        return cut.copies().stream()
                .flatMap(copies -> copies.counting().map(copy -> size(copies.name(), copy)))
                .max(Long::compare)
                .orElse(0L);
    }

    private static long size(DnsName name, Copies.Copy copy) {
        return HEADER
                + name.text().length()
                + copy.answer().records().stream().mapToLong(Connections::size).sum();
    }

    private static long size(Rdata record) {
        return RECORD
                + (record instanceof Rdata.Text(var strings)
                        ? strings.stream().mapToLong(string -> string.length() + 1L).sum()
                        : record.toString().length() + 2L);
    }
}
