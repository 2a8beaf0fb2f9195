package posthorn.engine.spf;

import java.util.Optional;

/// What a directive says when its mechanism matches (RFC 7208 §4.6.2).
public enum Qualifier {
    PASS('+', Result.PASS),
    FAIL('-', Result.FAIL),
    SOFTFAIL('~', Result.SOFTFAIL),
    NEUTRAL('?', Result.NEUTRAL);

    private final char sign;
    private final Result result;

    Qualifier(char sign, Result result) {
        this.sign = sign;
        this.result = result;
    }

    /// The character written before the mechanism.
    public char sign() {
        return sign;
    }

    /// The result of a match.
    public Result result() {
        return result;
    }

    static Optional<Qualifier> of(char sign) {
        return switch (sign) {
            case '+' -> Optional.of(PASS);
            case '-' -> Optional.of(FAIL);
            case '~' -> Optional.of(SOFTFAIL);
            case '?' -> Optional.of(NEUTRAL);
            default -> Optional.empty();
        };
    }
}
