package posthorn.engine.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks for lines that somebody put into a body: without them its hash is the one that was signed.
/// Tries the end first, then the beginning, then everything between, and stops when that has cost
/// as much as hashing 64 MiB.
final class AddedText {

    /// Lines that were added, and where.
    record Found(BodyChange change, String text) {}

    private static final long MAX_HASHED = 64L << 20;
    private static final int MAX_SHOWN = 200;
    private static final int MAX_LINES_BETWEEN = 60;

    private final DkimSignature signature;
    private final byte[] body;
    private final List<Integer> starts = new ArrayList<>();
    private long hashed;

    AddedText(DkimSignature signature, byte[] body) {
        this.signature = signature;
        var out = new OctetBuffer(body.length);
        var canonical = CanonicalBody.of(signature.bodyCanonicalization(), out);
        canonical.accept(body, 0, body.length);
        canonical.finish();
        this.body = out.toArray();
        lines();
    }

    /// Where each line starts, and the end.
    private void lines() {
        starts.add(0);
        for (int i = 0; i < body.length; i++) {
            if (body[i] == '\n') {
                starts.add(i + 1);
            }
        }
    }

    Optional<Found> find() {
        if (signature.isPartial()) {
            return Optional.empty();
        }
        return behind().or(this::before).or(this::between);
    }

    private Optional<Found> behind() {
        var digest = digest();
        for (int line = 0; line + 1 < starts.size(); line++) {
            boolean empty = length(line) == 2;
            if (!empty && isEnd(digest, line)) {
                return found(BodyChange.APPENDED, line, starts.size() - 1);
            }
            update(digest, starts.get(line), starts.get(line + 1));
            if (!empty && isSigned(copy(digest))) {
                return found(BodyChange.APPENDED, line + 1, starts.size() - 1);
            }
        }
        return Optional.empty();
    }

    /// Only for the first line: the signed body was empty.
    private boolean isEnd(MessageDigest digest, int line) {
        if (line > 0) {
            return false;
        }
        var empty = copy(digest);
        if (signature.bodyCanonicalization() == Canonicalization.SIMPLE) {
            empty.update(new byte[] {'\r', '\n'});
        }
        return isSigned(empty);
    }

    private Optional<Found> before() {
        for (int line = 1; line + 1 < starts.size() && hashed < MAX_HASHED; line++) {
            var digest = digest();
            update(digest, starts.get(line), body.length);
            if (isSigned(digest)) {
                return found(BodyChange.PREPENDED, 0, line);
            }
        }
        return Optional.empty();
    }

    private Optional<Found> between() {
        for (int from = starts.size() - 2; from > 0 && hashed < MAX_HASHED; from--) {
            var digest = digest();
            update(digest, 0, starts.get(from));
            int last = Math.min(starts.size() - 2, from + MAX_LINES_BETWEEN);
            for (int to = from + 1; to <= last && hashed < MAX_HASHED; to++) {
                var rest = copy(digest);
                update(rest, starts.get(to), body.length);
                if (isSigned(rest)) {
                    return found(BodyChange.INSERTED, from, to);
                }
            }
        }
        return Optional.empty();
    }

    private int length(int line) {
        return starts.get(line + 1) - starts.get(line);
    }

    private Optional<Found> found(BodyChange change, int from, int to) {
        int start = starts.get(from);
        int length = Math.min(MAX_SHOWN, starts.get(to) - start);
        var text = new String(body, start, length, StandardCharsets.UTF_8).strip();
        return Optional.of(new Found(change, text));
    }

    private MessageDigest digest() {
        return HashSink.digest(signature.algorithm().hash());
    }

    private void update(MessageDigest digest, int from, int to) {
        digest.update(body, from, to - from);
        hashed += to - from;
    }

    private boolean isSigned(MessageDigest digest) {
        return signature.hasBodyHash(digest.digest());
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
