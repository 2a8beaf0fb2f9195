package posthorn.engine.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Input that looks enough like the real thing to get past the first character.
public final class RandomInput {

    private static final List<String> MARKS =
            List.of(
                    " ",
                    "  ",
                    "\t",
                    "\r\n",
                    "\n",
                    "\r",
                    "\r\n ",
                    "\"",
                    "\\",
                    "(",
                    ")",
                    "<",
                    ">",
                    "[",
                    "]",
                    "{",
                    "}",
                    ";",
                    ":",
                    ",",
                    ".",
                    "..",
                    "=",
                    "@",
                    "/",
                    "%",
                    "!",
                    "#",
                    "$",
                    "*",
                    "+",
                    "-",
                    "_",
                    "0",
                    "1",
                    "255",
                    "999999999999999999999",
                    "a",
                    "Z",
                    "\u0000",
                    "\u007f",
                    "\u00e4",
                    "\ufeff",
                    "\ud83d\ude00",
                    "xn--",
                    "x");

    private static final int PIECES = 10;
    private static final int REPEATS = 40;

    private final List<byte[]> pieces;
    private final List<byte[]> marks = octets(MARKS);
    private Random random = new Random(0);

    private RandomInput(List<byte[]> pieces) {
        this.pieces = pieces;
    }

    /// Input for this target: its pieces with marks and noise between, at times one of them many
    /// times, at times with an octet changed or the end cut off.
    public static RandomInput of(Target target) {
        return new RandomInput(octets(target.pieces()));
    }

    private static List<byte[]> octets(List<String> texts) {
        return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    /// The input of this seed.
    public byte[] octets(long seed) {
        random = new Random(seed);
        var out = new ByteArrayOutputStream();
        for (int i = random.nextInt(PIECES); i >= 0; i--) {
            var piece = piece();
            for (int n = random.nextInt(40) > 0 ? 1 : random.nextInt(REPEATS); n > 0; n--) {
                out.writeBytes(piece);
            }
        }
        return damaged(out.toByteArray());
    }

    private byte[] piece() {
        return switch (random.nextInt(12)) {
            case 0 -> noise();
            case 1, 2, 3 -> marks.get(random.nextInt(marks.size()));
            default -> pieces.get(random.nextInt(pieces.size()));
        };
    }

    private byte[] noise() {
        var noise = new byte[random.nextInt(12)];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] damaged(byte[] octets) {
        if (octets.length == 0 || random.nextBoolean()) {
            return octets;
        }
        octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
        return random.nextInt(4) > 0
                ? octets
                : Arrays.copyOf(octets, random.nextInt(octets.length));
    }
}
