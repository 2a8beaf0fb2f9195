package posthorn.engine.testmail;

import java.util.List;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;

/// What the DNS says about a logo of the Author Domain (BIMI).
public sealed interface BimiFacts {

    /// Without a DMARC pass nobody looks.
    record NotAsked() implements BimiFacts {}

    /// There is no record for the Author Domain, nor for its Organizational Domain.
    record Absent(DnsName name) implements BimiFacts {}

    /// The DNS did not say.
    record Silent(DnsName name, Failure failure) implements BimiFacts {}

    /// More than one record, which counts as none.
    record Several(DnsName name, List<String> texts) implements BimiFacts {
        public Several {
            texts = List.copyOf(texts);
        }
    }

    /// A record.
    ///
    /// @param logo where the logo is, `l`; empty where the domain declines
    /// @param evidence where the certificate is, `a`; empty if there is none
    record Published(DnsName name, String text, String logo, String evidence)
            implements BimiFacts {}
}
