package posthorn.engine.tls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import posthorn.engine.check.Severity;
import posthorn.engine.dane.HostDane.Proof;
import posthorn.engine.mailhost.TlsFault;
import posthorn.engine.mtasts.PolicyMode;

/// The table of how much a fault of a certificate matters, whole.
class DemandTest {

    @ParameterizedTest
    @CsvSource({
        "NONE,    NONE,   EXPIRED,   WARNING",
        "NONE,    NONE,   NAME,      NOTICE",
        "NONE,    NONE,   UNTRUSTED, NOTICE",
        "TESTING, NONE,   EXPIRED,   WARNING",
        "TESTING, NONE,   NAME,      NOTICE",
        "TESTING, NONE,   UNTRUSTED, WARNING",
        "ENFORCE, NONE,   EXPIRED,   CRITICAL",
        "ENFORCE, NONE,   NAME,      CRITICAL",
        "ENFORCE, NONE,   UNTRUSTED, CRITICAL",
        "NONE,    KEY,    EXPIRED,   -",
        "NONE,    KEY,    NAME,      -",
        "NONE,    KEY,    UNTRUSTED, -",
        "TESTING, KEY,    EXPIRED,   WARNING",
        "TESTING, KEY,    NAME,      NOTICE",
        "TESTING, KEY,    UNTRUSTED, WARNING",
        "ENFORCE, KEY,    EXPIRED,   CRITICAL",
        "ENFORCE, KEY,    NAME,      CRITICAL",
        "ENFORCE, KEY,    UNTRUSTED, CRITICAL",
        "NONE,    ANCHOR, EXPIRED,   CRITICAL",
        "NONE,    ANCHOR, NAME,      CRITICAL",
        "NONE,    ANCHOR, UNTRUSTED, -",
        "TESTING, ANCHOR, UNTRUSTED, WARNING",
        "ENFORCE, ANCHOR, UNTRUSTED, CRITICAL",
    })
    void weighsAFault(PolicyMode mode, Proof proof, TlsFault fault, String severity) {
        assertThat(new Demand(mode, proof).severity(fault).map(Severity::name).orElse("-"))
                .isEqualTo(severity);
    }
}
