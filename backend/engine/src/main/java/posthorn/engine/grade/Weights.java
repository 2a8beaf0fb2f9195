package posthorn.engine.grade;

import java.util.LinkedHashMap;
import java.util.Map;

/// How much each check is worth, of 100. Checks that are not here get no points: they sum up others
/// or are about ornaments.
final class Weights {

    static final Map<String, Integer> OF = weights();

    private Weights() {}

    private static Map<String, Integer> weights() {
        var weights = new LinkedHashMap<String, Integer>();
        weights.put("dns", 6);
        weights.put("mx", 12);
        weights.put("spf", 14);
        weights.put("dkim", 16);
        weights.put("dmarc", 20);
        weights.put("tls", 7);
        weights.put("mtasts", 3);
        weights.put("tlsrpt", 1);
        weights.put("dnssec", 2);
        weights.put("dane", 2);
        weights.put("rdns", 7);
        weights.put("dnsbl", 10);
        return weights;
    }
}
