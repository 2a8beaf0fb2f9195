package posthorn.engine.dnsbl;

import java.util.Map;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Question;
import posthorn.engine.outside.Rdata;

/// Sends questions for one zone to another, which holds a key.
final class KeyedDns implements Dns {

    private final Map<DnsName, DnsName> keyed;
    private final Dns below;

    KeyedDns(Map<DnsName, DnsName> keyed, Dns below) {
        this.keyed = Map.copyOf(keyed);
        this.below = below;
    }

    @Override
    public Answer<Rdata> ask(Question question) {
        var name = question.name();
        return keyed.keySet().stream()
                .filter(zone -> name.isWithin(zone) && !name.equals(zone))
                .findFirst()
                .map(zone -> new Question(moved(name, zone), question.type(), question.signed()))
                .map(below::ask)
                .orElseGet(() -> below.ask(question));
    }

    @Override
    public Dns freshWithin(DnsName domain) {
        return new KeyedDns(keyed, below.freshWithin(domain));
    }

    private DnsName moved(DnsName name, DnsName zone) {
        var prefix = name.text().substring(0, name.text().length() - zone.text().length() - 1);
        return keyed.getOrDefault(zone, zone).child(prefix);
    }
}
