package posthorn.engine.tlsrpt;

import java.util.List;
import posthorn.engine.check.Target;
import posthorn.engine.outside.Failure;

/// What the DNS says about where reports go.
public sealed interface TlsRptFacts {

    /// What was checked.
    Target target();

    /// The question stayed open.
    record Unanswered(Target target, Failure failure) implements TlsRptFacts {}

    /// There is no record.
    ///
    /// @param receives whether the domain has hosts that take mail
    /// @param strict what makes senders insist on encryption there, so that mail may wait or fail
    record Absent(Target target, boolean receives, List<Strict> strict) implements TlsRptFacts {
        public Absent {
            strict = List.copyOf(strict);
        }
    }

    /// There is at least one record, or text that was meant as one.
    ///
    /// @param alias whether they stand at another name, by way of a CNAME
    record Published(Target target, List<TlsRptRecord> records, boolean alias)
            implements TlsRptFacts {
        public Published {
            records = List.copyOf(records);
        }
    }

    /// What makes senders insist on encryption.
    enum Strict {
        MTA_STS,
        DANE
    }
}
