package posthorn.engine.dane;

import java.util.Base64;
import java.util.List;
import posthorn.engine.mailhost.Certificate;

/// Whether a chain of certificates is what TLSA records say (RFC 7671 §5).
final class ChainMatch {

    private ChainMatch() {}

    /// The usable records among these that fit the chain.
    static List<TlsaRecord> of(List<TlsaRecord> records, List<Certificate> chain) {
        return records.stream()
                .filter(TlsaRecord::isUsable)
                .filter(record -> !chain.isEmpty() && fits(record, chain))
                .toList();
    }

    private static boolean fits(TlsaRecord record, List<Certificate> chain) {
        return record.isOfHost()
                ? record.means(chain.getFirst())
                : leadsTo(record, chain) || leadsBeyond(record, chain);
    }

    /// The anchor is among the certificates that were sent, and each up to it is signed by the
    /// next.
    private static boolean leadsTo(TlsaRecord record, List<Certificate> chain) {
        for (int i = 0; i < chain.size(); i++) {
            var certificate = chain.get(i);
            boolean anchor = i > 0 || certificate.isSignedBy(certificate);
            if (anchor && record.means(certificate)) {
                return true;
            }
            if (i + 1 < chain.size() && !certificate.isSignedBy(chain.get(i + 1))) {
                return false;
            }
        }
        return false;
    }

    /// The anchor stands whole in the record and has signed the last certificate that was sent (RFC
    /// 7671 §5.2.2).
    private static boolean leadsBeyond(TlsaRecord record, List<Certificate> chain) {
        if (!record.isWhole()) {
            return false;
        }
        var der = java.util.HexFormat.of().parseHex(record.data().data());
        var anchor = Certificate.read(Base64.getEncoder().encodeToString(der));
        for (int i = 0; i + 1 < chain.size(); i++) {
            if (!chain.get(i).isSignedBy(chain.get(i + 1))) {
                return false;
            }
        }
        return anchor.filter(chain.getLast()::isSignedBy).isPresent();
    }
}
