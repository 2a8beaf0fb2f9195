package posthorn.engine.dnsbl;

import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.Rdata;

/// An address or name with which a list is tested.
record TestPoint(String text) {

    private static final int LETTERS = 16;

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

    /// What no list can know: guards against lists that treat only the test entries well. Another
    /// for each zone, always the same for one, so that a transcript can be replayed.
    static TestPoint random(SubjectKind kind, DnsName zone) {
        var random = new Random(zone.text().hashCode());
        return switch (kind) {
            case IP4 -> new TestPoint("198.51.100." + (1 + random.nextInt(254)));
            case IP6 ->
                    new TestPoint("2001:db8:9f3c:51b7::%x".formatted(0x10 + random.nextInt(0xff)));
            case DOMAIN ->
                    new TestPoint(
                            random.ints(LETTERS, 'a', 'z' + 1)
                                            .mapToObj(Character::toString)
                                            .collect(Collectors.joining())
                                    + ".example");
        };
    }

    /// What an answer about a test entry has to be.
    enum Due {
        LISTED,
        CLEAN;

        /// Whether it is.
        boolean isGreen(DnsList list, Answer<Rdata> answer) {
            return switch (this) {
                case LISTED ->
                        answer.records().stream()
                                .anyMatch(record -> !isAddress(record) || isCode(list, record));
                case CLEAN -> answer.isVoid();
            };
        }

        private static boolean isAddress(Rdata record) {
            return record instanceof Rdata.Address;
        }

        /// Codes of test entries may be unknown ones (RFC 5782 §5).
        private static boolean isCode(DnsList list, Rdata record) {
            return record instanceof Rdata.Address(var address)
                    && address.getAddress()[0] == 127
                    && !ListAnswer.isRefusal(list, address);
        }
    }

    /// What the answer has to be if this is a name with which the list is tested.
    static Optional<Due> due(DnsName name, DnsList list) {
        for (var kind : list.lists()) {
            if (isAt(list.points().listed(kind), name, list)) {
                return Optional.of(Due.LISTED);
            }
            if (isAt(list.points().clean(kind), name, list)
                    || random(kind, list.zone()).in(list.zone()).equals(name)) {
                return Optional.of(Due.CLEAN);
            }
        }
        return Optional.empty();
    }

    private static boolean isAt(Optional<TestPoint> point, DnsName name, DnsList list) {
        return point.filter(p -> p.in(list.zone()).equals(name)).isPresent();
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
