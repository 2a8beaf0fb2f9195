package posthorn.engine.dns;

import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.check.Severity;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;

/// All servers of a zone give the same answers. The order of records does not count, nor does a
/// server that failed; a difference counts as certain only when it was seen twice.
final class Agreement implements Rule<DnsFacts> {

    @Override
    public List<Finding> judge(DnsFacts facts) {
        return facts.cut().map(Agreement::judge).orElse(List.of());
    }

    private static List<Finding> judge(ZoneFacts.Cut cut) {
        var names = new TreeSet<DnsName>();
        cut.copies().stream().map(Copies::name).forEach(names::add);
        if (serversDiffer(cut)) {
            names.add(cut.apex());
        }
        return names.stream().flatMap(name -> judge(name, cut).stream()).toList();
    }

    private static List<Finding> judge(DnsName name, ZoneFacts.Cut cut) {
        var differing =
                cut.copies().stream()
                        .filter(copies -> copies.name().equals(name))
                        .filter(copies -> copies.differ() && !copies.isTakenBack())
                        .toList();
        boolean servers = name.equals(cut.apex()) && serversDiffer(cut);
        if (differing.isEmpty() && !servers) {
            return List.of();
        }
        var types = new ArrayList<>(differing.stream().map(Copies::type).map(Enum::name).toList());
        var answers =
                new ArrayList<>(differing.stream().flatMap(c -> answers(c).stream()).toList());
        if (servers) {
            types.add("NS");
            answers.addAll(servers(cut));
        }
        return List.of(
                Finding.of(severity(differing, cut), "dns.answers-differ", name)
                        .with("types", types)
                        .with("answers", answers));
    }

    /// A copy that is under way explains a difference.
    private static Severity severity(List<Copies> differing, ZoneFacts.Cut cut) {
        boolean sure = differing.stream().anyMatch(Copies::surelyDiffer);
        var serials =
                cut.speaking()
                        .flatMap(server -> server.visits().stream())
                        .flatMap(Visit::start)
                        .map(Rdata.Soa::serial)
                        .distinct()
                        .toList();
        return sure && !Serial.areFresh(serials) ? WARNING : NOTICE;
    }

    /// What each server has that not all have.
    private static List<String> answers(Copies copies) {
        var common = new ArrayList<>(all(copies));
        copies.counting().map(Copies.Copy::texts).forEach(common::retainAll);
        return copies.counting()
                .map(copy -> copy.server() + ": " + shown(copy.texts(), common))
                .distinct()
                .toList();
    }

    private static List<String> all(Copies copies) {
        return copies.counting().flatMap(copy -> copy.texts().stream()).distinct().toList();
    }

    private static String shown(List<String> texts, List<String> common) {
        var own = texts.stream().filter(text -> !common.contains(text)).toList();
        return own.isEmpty() ? "-" : String.join(" | ", own);
    }

    private static boolean serversDiffer(ZoneFacts.Cut cut) {
        return cut.speaking()
                        .flatMap(server -> server.visits().stream())
                        .filter(Agreement::namesServers)
                        .map(visit -> Set.copyOf(visit.ns().records()))
                        .distinct()
                        .count()
                > 1;
    }

    private static boolean namesServers(Visit visit) {
        return visit.speaks() && !visit.ns().isFailed();
    }

    private static List<String> servers(ZoneFacts.Cut cut) {
        return cut.speaking()
                .flatMap(server ->
                        server.visits().stream()
                                .filter(Agreement::namesServers)
                                .map(visit ->
                                        server.name() + ": " + shown(names(visit), List.of())))
                .distinct()
                .toList();
    }

    private static List<String> names(Visit visit) {
        return visit.ns().records().stream().map(DnsName::toString).sorted().toList();
    }
}
