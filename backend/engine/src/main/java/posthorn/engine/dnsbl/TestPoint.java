package posthorn.engine.dnsbl;

import java.util.Locale;
import java.util.Optional;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;

/// An address or name with which a list is tested.
record TestPoint(String text) {

    /// The documentation address and the made-up names that no honest list holds.
    private static final String RANDOM_IP4 = "198.51.100.214";

    private static final String RANDOM_IP6 = "2001:db8:9f3c:51b7::d6";
    private static final String RANDOM_DOMAIN = "qjzvxkwpmhtgbrnd.example";

    /// What every list of this kind lists for tests (RFC 5782 §5).
    static TestPoint listed(SubjectKind kind) {
        return switch (kind) {
            case IP4 -> new TestPoint("127.0.0.2");
            case IP6 -> new TestPoint("::ffff:7f00:2");
            case DOMAIN -> new TestPoint("test");
        };
    }

    /// What no list of this kind may list (RFC 5782 §5).
    static TestPoint clean(SubjectKind kind) {
        return switch (kind) {
            case IP4 -> new TestPoint("127.0.0.1");
            case IP6 -> new TestPoint("::ffff:7f00:1");
            case DOMAIN -> new TestPoint("invalid");
        };
    }

    /// What no list can know: guards against lists that treat only the test entries well.
    static TestPoint random(SubjectKind kind) {
        return switch (kind) {
            case IP4 -> new TestPoint(RANDOM_IP4);
            case IP6 -> new TestPoint(RANDOM_IP6);
            case DOMAIN -> new TestPoint(RANDOM_DOMAIN);
        };
    }

    /// The point a table names; empty for `none`.
    static Optional<TestPoint> of(String text) {
        return text.equals("none") ? Optional.empty() : Optional.of(new TestPoint(text));
    }

    /// The name to ask for.
    DnsName in(DnsName zone) {
        return zone.child(
                IpText.parse(text)
                        .map(IpText::reversedLabels)
                        .orElse(text.toLowerCase(Locale.ROOT)));
    }
}
