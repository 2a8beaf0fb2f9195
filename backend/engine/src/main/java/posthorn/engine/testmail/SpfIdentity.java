package posthorn.engine.testmail;

import java.util.List;
import posthorn.engine.spf.SpfResult;

/// One of the two identities that SPF looks at (RFC 7208 §2.3, §2.4), and what its domain says
/// about the client.
///
/// @param domain as the client gave it, which need not be a domain at all
/// @param records the SPF records published there
/// @param missingTerms terms that would make the record let this client pass, as was tried out;
///   none where none is known or the result is pass
public record SpfIdentity(
        Identity identity,
        String domain,
        SpfResult result,
        List<String> records,
        List<String> missingTerms) {

    /// Which one.
    public enum Identity {
        MAIL_FROM,
        HELO
    }

    public SpfIdentity {
        records = List.copyOf(records);
        missingTerms = List.copyOf(missingTerms);
    }
}
