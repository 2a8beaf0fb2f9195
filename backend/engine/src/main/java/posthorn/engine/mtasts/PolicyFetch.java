package posthorn.engine.mtasts;

import static posthorn.engine.check.Finding.critical;
import static posthorn.engine.check.Finding.notice;

import java.util.List;
import java.util.Locale;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.HttpsAnswer;

/// The policy can be fetched: status 200, no redirect, a certificate that holds (RFC 8461 §3.3).
final class PolicyFetch implements Rule<MtaStsFacts> {

    private static final int OK = 200;

    @Override
    public List<Finding> judge(MtaStsFacts facts) {
        return facts.lookup() instanceof StsLookup.Published published
                ? judge(published.answer(), facts)
                : List.of();
    }

    private static List<Finding> judge(HttpsAnswer answer, MtaStsFacts facts) {
        return switch (answer) {
            case HttpsAnswer.Failed(var why, _) when Silence.isOpen(why) -> List.of();
            case HttpsAnswer.Failed(var why, var detail) -> List.of(failed(why, detail, facts));
            case HttpsAnswer.Answered(int status, var type, _, _, _) when status == OK ->
                    isPlain(type)
                            ? List.of()
                            : List.of(
                                    about(notice("mtasts.policy-type", host(facts)), facts)
                                            .with("type", type.isEmpty() ? "NONE" : type));
            case HttpsAnswer.Answered(int status, _, var location, _, _) when status / 100 == 3 ->
                    List.of(
                            about(critical("mtasts.policy-redirect", host(facts)), facts)
                                    .with("status", status)
                                    .with("location", location));
            case HttpsAnswer.Answered(int status, _, _, _, _) ->
                    List.of(unreachable("STATUS", facts).with("status", status));
        };
    }

    private static Finding failed(HttpsAnswer.Why why, String detail, MtaStsFacts facts) {
        return switch (why) {
            case CERTIFICATE ->
                    about(critical("mtasts.policy-cert", host(facts)), facts)
                            .with("certFault", detail.isEmpty() ? "untrusted" : detail);
            case TOO_LARGE ->
                    about(notice("mtasts.policy-type", host(facts)), facts)
                            .with("type", "TOO_LARGE");
            case NO_ADDRESS, DNS_SILENT, FORBIDDEN, REFUSED, TIMEOUT, TLS, MALFORMED ->
                    unreachable(why.name(), facts).with("detail", detail);
        };
    }

    private static Finding unreachable(String why, MtaStsFacts facts) {
        return about(critical("mtasts.policy-unreachable", host(facts)), facts).with("why", why);
    }

    private static Finding about(Finding finding, MtaStsFacts facts) {
        return finding.with("address", StsLookup.place(facts.domain()).toString());
    }

    private static Object host(MtaStsFacts facts) {
        return StsLookup.host(facts.domain());
    }

    /// Parameters such as a charset may follow (RFC 9110 §8.3.1).
    static boolean isPlain(String type) {
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("text/plain");
    }
}
