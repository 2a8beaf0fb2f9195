package posthorn.engine.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import posthorn.engine.message.HeaderSection;

/// The way of a message through its Received fields (RFC 5321 §4.4), first step first.
///
/// @param isCut whether there were more steps than are read; then the earliest are missing
public record Trace(List<Hop> hops, boolean isCut) {

    /// More than these are a loop (RFC 5321 §6.3).
    public static final int MAX_HOPS = 100;

    public Trace {
        hops = List.copyOf(hops);
    }

    /// The way told by a header section, up to the moment when the message was complete here: no
    /// step can have been later. Our own clock is believed, then each step more than the one before
    /// it: a time later than the next step's is taken for a clock that is ahead.
    public static Trace of(HeaderSection header, Instant until) {
        var fields = header.all("received");
        var newestFirst =
                fields.stream().limit(MAX_HOPS).map(field -> Received.read(field.text())).toList();
        return new Trace(
                hops(newestFirst.reversed(), until),
                header.isCut() || fields.size() > newestFirst.size());
    }

    private record Clock(Received received, Optional<Instant> told, Instant bound) {

        Optional<Instant> at() {
            return told.map(told -> told.isAfter(bound) ? bound : told);
        }
    }

    private static List<Hop> hops(List<Received> received, Instant until) {
        var hops = new ArrayList<Hop>();
        Optional<Instant> before = Optional.empty();
        for (var clock : clocks(received, until)) {
            hops.add(new Hop(hops.size() + 1, clock.received(), timing(clock, before)));
            before = clock.at().isPresent() ? clock.at() : before;
        }
        return hops;
    }

    private static Hop.Timing timing(Clock clock, Optional<Instant> before) {
        if (clock.told().isEmpty()) {
            return new Hop.Timing.Undated();
        }
        var told = clock.told().get();
        var at = clock.at().orElse(told);
        return new Hop.Timing.Known(
                at,
                before.map(earlier -> Duration.between(earlier, at)).orElse(Duration.ZERO),
                Duration.between(at, told));
    }

    /// The times with their upper bounds, which come from the steps behind.
    private static List<Clock> clocks(List<Received> received, Instant until) {
        var clocks = new ArrayList<Clock>();
        var bound = until;
        for (var each : received.reversed()) {
            var clock = new Clock(each, each.date().instant(), bound);
            clocks.add(clock);
            bound = clock.at().orElse(bound);
        }
        return clocks.reversed();
    }

    /// From the first step with a time to the last.
    public Duration total() {
        return hops.stream().map(Hop::delay).reduce(Duration.ZERO, Duration::plus);
    }
}
