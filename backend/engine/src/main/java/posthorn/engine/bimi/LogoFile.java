package posthorn.engine.bimi;

import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Finding.warning;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// The logo can be fetched and is not too large (BIMI draft §7.6; 32 kilobytes).
final class LogoFile implements Rule<BimiFacts> {

    private static final int MOST = 32 * 1024;

    @Override
    public List<Finding> judge(BimiFacts facts) {
        return switch (facts.logo()) {
            case WebFile.NotNamed _, WebFile.Silent _ -> List.of();
            case WebFile.Missing missing ->
                    List.of(missing.in(warning("bimi.svg-unreachable", facts.domain())));
            case WebFile.TooLarge(var at) -> List.of(large(at, facts).with("bytes", "TOO_LARGE"));
            case WebFile.Got(var at, var body) -> size(at, body, facts);
        };
    }

    private static List<Finding> size(URI at, String body, BimiFacts facts) {
        var findings = new ArrayList<Finding>();
        var plain = Gzip.is(body) ? Gzip.unpacked(body, SvgLogo.LARGEST).orElse(body) : body;
        if (plain.length() > MOST) {
            findings.add(large(at, facts).with("bytes", plain.length()));
        }
        if (Gzip.is(body)) {
            findings.add(
                    notice("bimi.svg-compressed", facts.domain()).with("address", at.toString()));
        }
        return findings;
    }

    private static Finding large(URI at, BimiFacts facts) {
        return warning("bimi.svg-size", facts.domain()).with("address", at.toString());
    }
}
