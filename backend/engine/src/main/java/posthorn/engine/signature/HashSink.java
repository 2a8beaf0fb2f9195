package posthorn.engine.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import posthorn.engine.message.OctetSink;

/// Hashes octets up to a limit, and counts all.
final class HashSink implements OctetSink {

    private final MessageDigest digest;
    private final long limit;
    private long length;

    HashSink(String hash, long limit) {
        this.digest = digest(hash);
        this.limit = limit;
    }

    @Override
    public void accept(byte[] octets, int from, int to) {
        long room = limit - length;
        if (room > 0) {
            digest.update(octets, from, (int) Math.min(room, to - from));
        }
        length += to - from;
    }

    BodyHashes.BodyHash finish() {
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
