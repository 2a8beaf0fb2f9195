package posthorn.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.Question;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.outside.Source;
import posthorn.engine.outside.Zone;
import posthorn.engine.outside.ZoneDns;
import posthorn.engine.outside.ZoneReader;

/// The answers all benchmarks are given, from a map: what the DNS costs is not measured.
final class Memory {

    static final String SPF =
            "v=spf1 ip4:198.51.100.7 include:_spf.mail.example.net"
                    + " include:spf.desk.example.com include:news.example.org -all";

    private static final String ZONE =
            """
            example.org. TXT "%s"
            _spf.mail.example.net. TXT "v=spf1 ip4:192.0.2.0/26 ip4:192.0.2.64/27 ip6:2001:db8:1::/48 ~all"
            spf.desk.example.com. TXT "v=spf1 ip4:198.51.100.64/28 ip4:198.51.100.128/25 ~all"
            news.example.org. TXT "v=spf1 ip4:203.0.113.0/25 ip4:203.0.113.192/26 ?all"
            macro.example.org. TXT "v=spf1 exists:%%{ir}.%%{l1r-}._spf.%%{d2} -all"
            200.113.0.203.alice._spf.example.org. A 127.0.0.2
            _dmarc.example.org. TXT "v=DMARC1; p=reject; sp=quarantine; rua=mailto:dmarc@example.org"
            """
                    .formatted(SPF);

    private Memory() {}

    /// All TXT records, each with its name.
    static List<List<String>> texts() {
        var zone = ZoneReader.read(ZONE);
        var dns = new ZoneDns(zone);
        return zone.names().stream()
                .flatMap(name ->
                        dns.txt(name).records().stream()
                                .map(text -> List.of(name.text(), text.joined())))
                .toList();
    }

    static Dns dns() {
        var zone = ZoneReader.read(ZONE);
        var answers = answers(zone);
        Answer<Rdata> nothing = new Answer.NxDomain<>(List.of(), Source.local("memory"));
        return question -> answers.getOrDefault(question, nothing);
    }

    private static Map<Question, Answer<Rdata>> answers(Zone zone) {
        var dns = new ZoneDns(zone);
        var answers = new HashMap<Question, Answer<Rdata>>();
        for (var name : zone.names()) {
            for (var type : RecordType.values()) {
                var question = new Question(name, type);
                answers.put(question, dns.ask(question));
            }
        }
        return answers;
    }
}
