package posthorn.engine.bimi;

import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// The logo follows the profile SVG Tiny PS, is square, and has a title that says whose it is (BIMI
/// draft §7.6).
final class LogoProfile implements Rule<BimiFacts> {

    /// What programs write where nobody gave a title.
    private static final Pattern GENERIC =
            Pattern.compile(
                    "(?i)|(?:untitled|unbenannt|artboard|layer|ebene|drawing)[-_ ]?[0-9]*(?:\\.svg)?"
                            + "|(?:title|logo|image|icon|svg|bimi|company|test)(?:\\.svg)?");

    @Override
    public List<Finding> judge(BimiFacts facts) {
        if (facts.picture().isEmpty()) {
            return List.of();
        }
        return facts.svg()
                .map(svg -> judge(svg, facts))
                .orElseGet(() ->
                        List.of(profile(List.of(SvgLogo.Kind.NOT_XML), List.of("gzip"), facts)));
    }

    private static List<Finding> judge(SvgLogo svg, BimiFacts facts) {
        var findings = new ArrayList<Finding>();
        if (!svg.faults().isEmpty()) {
            var places = svg.faults().stream().map(SvgLogo.Fault::where).distinct().toList();
            findings.add(profile(svg.kinds(), places, facts));
        }
        svg.sides()
                .filter(sides -> !sides.areEqual())
                .map(sides ->
                        notice("bimi.svg-shape", facts.domain()).with("sides", sides.toString()))
                .ifPresent(findings::add);
        svg.title()
                .filter(title -> GENERIC.matcher(title).matches())
                .map(title -> notice("bimi.title-generic", facts.domain()).with("title", title))
                .ifPresent(findings::add);
        return findings;
    }

    private static Finding profile(List<SvgLogo.Kind> kinds, List<String> places, BimiFacts facts) {
        boolean refused = kinds.stream().anyMatch(SvgLogo.Kind::isRefused);
        return Finding.of(refused ? WARNING : NOTICE, "bimi.svg-profile", facts.domain())
                .with("profileFaults", kinds)
                .with("places", places);
    }
}
