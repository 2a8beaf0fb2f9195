package posthorn.engine.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import posthorn.engine.message.OctetSink;

/// Hashes octets up to a limit, and counts all. Small pieces are gathered first: to hand one over
/// costs more than to hash it.
final class HashSink implements OctetSink {

    private static final int SMALL = 512;

    private final MessageDigest digest;
    private final long limit;
    private final byte[] gathered = new byte[2 * SMALL];
    private int waiting;
    private long length;

    HashSink(String hash, long limit) {
        this.digest = digest(hash);
        this.limit = limit;
    }

    @Override
    public void accept(byte[] octets, int from, int to) {
        long room = limit - length;
        if (room > 0) {
            hash(octets, from, (int) Math.min(room, to - from));
        }
        length += to - from;
    }

    private void hash(byte[] octets, int from, int count) {
        if (waiting + count > gathered.length) {
            flush();
        }
        if (count > SMALL) {
            flush();
            digest.update(octets, from, count);
        } else {
            System.arraycopy(octets, from, gathered, waiting, count);
            waiting += count;
        }
    }

    private void flush() {
        digest.update(gathered, 0, waiting);
        waiting = 0;
    }

    BodyHashes.BodyHash finish() {
        flush();
        return new BodyHashes.BodyHash(digest.digest(), length);
    }

    static MessageDigest digest(String hash) {
        try {
            return MessageDigest.getInstance(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
