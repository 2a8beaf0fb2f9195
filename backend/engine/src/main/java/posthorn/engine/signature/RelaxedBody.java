package posthorn.engine.signature;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import posthorn.engine.message.OctetSink;

/// The body with blanks evened out: a run of them counts as one, none counts at the end of a line
/// (RFC 6376 §3.4.4).
///
/// Most text is even already. Stretches of it are handed on as they are; only around a run of
/// blanks, a tab or an empty line the octets are looked at one by one.
final class RelaxedBody extends CanonicalBody {

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
    private static final long HIGH_BITS = 0x8080808080808080L;

    /// Added to the low bits of an octet, it carries into the high bit from `!` on.
    private static final long ABOVE_BLANK = 0x5f5f5f5f5f5f5f5fL;

    private static final long TABS = 0x0909090909090909L;

    private static final byte[] BLANK = {' '};
    private static final byte[] CR = {'\r'};

    /// A blank waits for what follows.
    private boolean blank;

    /// A CR waits for its LF.
    private boolean cr;

    private boolean isEmpty = true;

    RelaxedBody(OctetSink out) {
        super(out);
    }

    @Override
    public void accept(byte[] octets, int from, int to) {
        int at = from;
        while (at < to) {
            if (!blank && !cr && !hasLineEnds()) {
                at = even(octets, at, to);
            }
            if (at < to) {
                one(octets, at++);
            }
        }
    }

    /// Hands on what may stay; of several blanks before text the first one. Returns where it ends.
    private int even(byte[] octets, int from, int to) {
        int at = from;
        while (true) {
            int end = evenUntil(octets, at, to);
            int text = end < to && octets[end] == ' ' ? pastBlanks(octets, end, to) : to;
            boolean isRun = text < to && isText(octets[text]);
            int kept = isRun ? end + 1 : end;
            isEmpty &= kept == at;
            write(octets, at, kept);
            if (!isRun) {
                return end;
            }
            at = text;
        }
    }

    private static int pastBlanks(byte[] octets, int from, int to) {
        int at = from;
        while (at < to && (octets[at] == ' ' || octets[at] == '\t')) {
            at++;
        }
        return at;
    }

    /// Where the first octet stands that may have to go.
    private static int evenUntil(byte[] octets, int from, int to) {
        int at = from;
        while (at + Long.BYTES < to) {
            long word = (long) LONG.get(octets, at);
            long next = (long) LONG.get(octets, at + 1);
            long marks = (notText(word) & notText(next)) | tabs(word);
            while (marks != 0) {
                int here = at + (Long.numberOfTrailingZeros(marks) >> 3);
                if (!staysAt(octets, here, to)) {
                    return here;
                }
                marks &= marks - 1;
            }
            at += Long.BYTES;
        }
        while (at < to && (isText(octets[at]) || staysAt(octets, at, to))) {
            at++;
        }
        return at;
    }

    /// The high bit of each octet that is a blank or a control character. Two in a row are where
    /// something may have to go: most blanks stand alone.
    private static long notText(long word) {
        return ~((word & LOW_BITS) + ABOVE_BLANK | word) & HIGH_BITS;
    }

    /// The high bit of each octet that is a tab: it turns into a blank even where it stands alone.
    private static long tabs(long word) {
        long others = word ^ TABS;
        return ~((others & LOW_BITS) + LOW_BITS | others) & HIGH_BITS;
    }

    /// Whether the octet, which is a blank or a control character, stays as it is: a blank before
    /// text, a line end before text.
    private static boolean staysAt(byte[] octets, int at, int to) {
        boolean beforeText = at + 1 < to && isText(octets[at + 1]);
        return switch (octets[at]) {
            case ' ' -> beforeText;
            case '\t' -> false;
            case '\r' -> at + 2 < to && (octets[at + 1] != '\n' || isText(octets[at + 2]));
            default -> true;
        };
    }

    private static boolean isText(byte octet) {
        return octet > ' ' || octet < 0;
    }

    private void one(byte[] octets, int at) {
        byte octet = octets[at];
        if (cr) {
            cr = false;
            if (octet == '\n') {
                blank = false;
                addLineEnd();
                return;
            }
            text(CR, 0);
        }
        switch (octet) {
            case '\r' -> cr = true;
            case ' ', '\t' -> blank = true;
            default -> text(octets, at);
        }
    }

    private void text(byte[] octets, int at) {
        writeLineEnds();
        if (blank) {
            write(BLANK, 0, 1);
            blank = false;
        }
        write(octets, at, at + 1);
        isEmpty = false;
    }

    @Override
    void finish() {
        if (cr) {
            text(CR, 0);
        }
        end(!isEmpty);
    }
}
