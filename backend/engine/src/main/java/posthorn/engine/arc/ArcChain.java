package posthorn.engine.arc;

import java.util.List;
import java.util.OptionalInt;
import posthorn.engine.signature.Result;

/// The chain of a message, validated (RFC 8617 §5.2).
///
/// @param instance of the set that decided; 0 if it was none
/// @param sets the complete ones, the oldest first
public record ArcChain(ChainReason reason, int instance, List<ArcSet> sets) {

    /// All of them hold.
    public static final int ALL = 0;

    public ArcChain {
        sets = List.copyOf(sets);
    }

    /// The status, `cv`.
    public ChainStatus status() {
        return reason.status();
    }

    /// The oldest set whose ARC-Message-Signature still fits the message, when all newer ones do
    /// too; [#ALL] if even the first does (RFC 8617 §5.2). Before that set somebody changed the
    /// message. Empty if not even the newest fits, or a key that decides was not to be had.
    public OptionalInt oldestPass() {
        for (var set : sets.reversed()) {
            var result = set.message().result();
            if (result != Result.PASS) {
                boolean newest = set.equals(sets.getLast());
                boolean known = result == Result.FAIL || result == Result.PERMERROR;
                return newest || !known ? OptionalInt.empty() : OptionalInt.of(set.instance() + 1);
            }
        }
        return sets.isEmpty() ? OptionalInt.empty() : OptionalInt.of(ALL);
    }
}
