package posthorn.engine.spf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// A set of addresses of both families.
record AddressSet(AddressRanges four, AddressRanges six) {

    static final AddressSet NONE = new AddressSet(AddressRanges.NONE, AddressRanges.NONE);

    /// Every address there is.
    static final AddressSet ALL =
            of(
                    Stream.of("0.0.0.0/0", "::/0")
                            .map(text -> IpNetwork.parse(text).orElseThrow())
                            .toList());

    /// The addresses in these blocks, each once.
    static AddressSet of(Collection<IpNetwork> networks) {
        var four = new ArrayList<AddressRanges.Range>();
        var six = new ArrayList<AddressRanges.Range>();
        for (var network : networks) {
            (network.isFour() ? four : six).add(network.range());
        }
        return new AddressSet(AddressRanges.of(four), AddressRanges.of(six));
    }

    /// All that is in one of these.
    static AddressSet union(List<AddressSet> sets) {
        var four = sets.stream().flatMap(set -> set.four.ranges().stream()).toList();
        var six = sets.stream().flatMap(set -> set.six.ranges().stream()).toList();
        return new AddressSet(AddressRanges.of(four), AddressRanges.of(six));
    }

    AddressSet without(AddressSet other) {
        return new AddressSet(four.without(other.four), six.without(other.six));
    }

    boolean isEmpty() {
        return four.ranges().isEmpty() && six.ranges().isEmpty();
    }

    /// Whether an address is in both.
    boolean meets(AddressSet other) {
        return !without(other).equals(this);
    }
}
