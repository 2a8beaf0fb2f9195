package posthorn.engine.signature;

import java.util.OptionalLong;

/// Numbers in tags: digits alone.
final class Numbers {

    private static final int MAX_DIGITS = 76;

    private Numbers() {}

    /// The number, or the greatest there is for a larger one; empty if it is none.
    static OptionalLong read(String text) {
        if (text.isEmpty() || text.length() > MAX_DIGITS) {
            return OptionalLong.empty();
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return OptionalLong.empty();
            }
            value = value > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : value * 10 + digit;
        }
        return OptionalLong.of(value);
    }
}
