package posthorn.engine.dns;

import static posthorn.engine.check.Finding.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.Rdata;

/// A wildcard (RFC 4592) that takes mail for names nobody uses, or says something in their name.
/// One that forbids mail, as RFC 7208 §3.5 and RFC 7505 have it, is meant so.
final class WildcardMail implements Rule<DnsFacts> {

    @Override
    public List<Finding> judge(DnsFacts facts) {
        var types = new ArrayList<String>();
        if (facts.wildcard().mx().records().stream().anyMatch(mx -> !mx.host().isRoot())) {
            types.add("MX");
        }
        if (facts.wildcard().txt().records().stream().anyMatch(text -> !forbids(text))) {
            types.add("TXT");
        }
        return types.isEmpty()
                ? List.of()
                : List.of(
                        notice("dns.wildcard-mail", facts.target().domain())
                                .with("types", types)
                                .with("records", records(facts)));
    }

    private static boolean forbids(Rdata.Text text) {
        return text.joined().strip().toLowerCase(Locale.ROOT).equals("v=spf1 -all");
    }

    private static List<String> records(DnsFacts facts) {
        var records = new ArrayList<String>();
        facts.wildcard().mx().records().forEach(mx -> records.add(mx.toString()));
        facts.wildcard().txt().records().forEach(text -> records.add(text.joined()));
        return records;
    }
}
