package posthorn.engine.spf;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Addresses of one family as disjoint ranges in ascending order.
record AddressRanges(List<Range> ranges) {

    static final AddressRanges NONE = new AddressRanges(List.of());

    /// The 128 bits of an address; an IPv4 address takes the lowest 32.
    record Bits(long high, long low) implements Comparable<Bits> {

        Bits next() {
            return new Bits(low == -1 ? high + 1 : high, low + 1);
        }

        Bits previous() {
            return new Bits(low == 0 ? high - 1 : high, low - 1);
        }

        @Override
        public int compareTo(Bits other) {
            int order = Long.compareUnsigned(high, other.high);
            return order != 0 ? order : Long.compareUnsigned(low, other.low);
        }

        private BigInteger number() {
            return unsigned(high).shiftLeft(64).add(unsigned(low));
        }

        private static BigInteger unsigned(long bits) {
            return new BigInteger(Long.toUnsignedString(bits));
        }
    }

    /// From the first to the last address.
    record Range(Bits first, Bits last) {

        private BigInteger size() {
            return last.number().subtract(first.number()).add(BigInteger.ONE);
        }

        private boolean joins(Range later) {
            return later.first.compareTo(last) <= 0 || later.first.equals(last.next());
        }

        private Range with(Range later) {
            return later.last.compareTo(last) > 0 ? new Range(first, later.last) : this;
        }
    }

    AddressRanges {
        ranges = List.copyOf(ranges);
    }

    /// All of these, in whatever order they come and however they overlap.
    static AddressRanges of(Collection<Range> any) {
        var sorted = new ArrayList<>(any);
        sorted.sort(Comparator.comparing(Range::first));
        var joined = new ArrayList<Range>();
        for (var range : sorted) {
            if (!joined.isEmpty() && joined.getLast().joins(range)) {
                joined.set(joined.size() - 1, joined.getLast().with(range));
            } else {
                joined.add(range);
            }
        }
        return new AddressRanges(joined);
    }

    /// These without those of `other`, in one pass over both.
    AddressRanges without(AddressRanges other) {
        var left = new ArrayList<Range>();
        int at = 0;
        for (var range : ranges) {
            var first = range.first();
            while (at < other.ranges.size() && other.at(at).last().compareTo(first) < 0) {
                at++;
            }
            boolean rest = true;
            while (rest && at < other.ranges.size() && !isBehind(other.at(at), range)) {
                var gone = other.at(at);
                if (gone.first().compareTo(first) > 0) {
                    left.add(new Range(first, gone.first().previous()));
                }
                rest = gone.last().compareTo(range.last()) < 0;
                if (rest) {
                    first = gone.last().next();
                    at++;
                }
            }
            if (rest) {
                left.add(new Range(first, range.last()));
            }
        }
        return new AddressRanges(left);
    }

    private Range at(int index) {
        return ranges.get(index);
    }

    private static boolean isBehind(Range other, Range range) {
        return other.first().compareTo(range.last()) > 0;
    }

    BigInteger size() {
        return ranges.stream().map(Range::size).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
