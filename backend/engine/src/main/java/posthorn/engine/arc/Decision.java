package posthorn.engine.arc;

import java.util.List;
import posthorn.engine.signature.Result;

/// What the results of its sets say about a chain (RFC 8617 §5.2, steps 4 to 7). What does not hold
/// decides, also beside a key that the DNS did not give. A seal covers all older sets, so that the
/// oldest one that does not hold is the cause.
final class Decision {

    private final List<ArcSet> sets;

    private Decision(List<ArcSet> sets) {
        this.sets = sets;
    }

    static ArcChain on(List<ArcSet> sets) {
        return new Decision(sets).chain();
    }

    private ArcChain chain() {
        var newest = sets.getLast();
        if (isBroken(newest.message().result())) {
            return because(ChainReason.MESSAGE_SIGNATURE, newest);
        }
        for (var set : sets) {
            if (isBroken(set.seal().result())) {
                return because(ChainReason.SEAL, set);
            }
        }
        return newest.message().result() == Result.PASS ? sealed() : silent(newest);
    }

    private ArcChain sealed() {
        for (var set : sets) {
            if (set.seal().result() != Result.PASS) {
                return silent(set);
            }
        }
        return new ArcChain(ChainReason.HOLDS, 0, sets);
    }

    private static boolean isBroken(Result result) {
        return result == Result.FAIL || result == Result.PERMERROR;
    }

    private ArcChain silent(ArcSet set) {
        return because(ChainReason.KEY_SILENT, set);
    }

    private ArcChain because(ChainReason reason, ArcSet set) {
        return new ArcChain(reason, set.instance(), sets);
    }
}
