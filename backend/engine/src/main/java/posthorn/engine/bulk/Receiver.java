package posthorn.engine.bulk;

import static posthorn.engine.bulk.Requirement.ALIGNMENT;
import static posthorn.engine.bulk.Requirement.AUTH_ANY;
import static posthorn.engine.bulk.Requirement.AUTH_BOTH;
import static posthorn.engine.bulk.Requirement.DKIM;
import static posthorn.engine.bulk.Requirement.DKIM_KEY;
import static posthorn.engine.bulk.Requirement.DMARC;
import static posthorn.engine.bulk.Requirement.FORMAT;
import static posthorn.engine.bulk.Requirement.HELO;
import static posthorn.engine.bulk.Requirement.KNOWN_ADDRESS;
import static posthorn.engine.bulk.Requirement.OPERATOR_PAGE;
import static posthorn.engine.bulk.Requirement.RDNS;
import static posthorn.engine.bulk.Requirement.SPAM_RATE;
import static posthorn.engine.bulk.Requirement.TLS;
import static posthorn.engine.bulk.Requirement.UNSUBSCRIBE;

import java.util.List;

/// A receiver whose requirements are known.
enum Receiver {
    GMAIL("Gmail"),
    YAHOO("Yahoo"),
    OUTLOOK("Outlook.com"),
    UNITED_INTERNET("GMX/WEB.DE"),
    T_ONLINE("T-Online");

    private final String title;

    Receiver(String title) {
        this.title = title;
    }

    /// The name people know it by.
    String title() {
        return title;
    }

    List<Requirement> requirements() {
        return switch (this) {
            case GMAIL ->
                    List.of(
                            AUTH_ANY,
                            AUTH_BOTH,
                            DMARC,
                            ALIGNMENT,
                            DKIM_KEY,
                            RDNS,
                            TLS,
                            FORMAT,
                            UNSUBSCRIBE,
                            SPAM_RATE);
            case YAHOO -> List.of(AUTH_BOTH, DMARC, ALIGNMENT, RDNS, UNSUBSCRIBE, SPAM_RATE);
            case OUTLOOK -> List.of(AUTH_BOTH, DMARC, ALIGNMENT);
            case UNITED_INTERNET -> List.of(DKIM, ALIGNMENT, RDNS, HELO);
            case T_ONLINE -> List.of(RDNS, OPERATOR_PAGE, KNOWN_ADDRESS);
        };
    }
}
