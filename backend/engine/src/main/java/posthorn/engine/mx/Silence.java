package posthorn.engine.mx;

import static posthorn.engine.check.Finding.unknown;

import java.net.InetAddress;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;

/// Where the DNS was silent, nothing is known: neither that a host is there, nor that it is not.
final class Silence implements Rule<MxFacts> {

    @Override
    public List<Finding> judge(MxFacts facts) {
        return switch (facts) {
            case MxFacts.Unanswered(var target, var failure) ->
                    List.of(silent(target.domain(), failure.name()));
            case MxFacts.Absent absent when absent.addresses().isEmpty() ->
                    silent(absent.target().domain(), absent.a(), absent.aaaa());
            case MxFacts.Absent _ -> List.of();
            case MxFacts.Published published ->
                    published.asked().stream()
                            .filter(MxHost.Asked::isSilent)
                            .flatMap(host -> silent(host.name(), host.a(), host.aaaa()).stream())
                            .toList();
        };
    }

    private static List<Finding> silent(
            DnsName name, Answer<InetAddress> a, Answer<InetAddress> aaaa) {
        if (a instanceof Answer.Failed<InetAddress>(var failure, _, _)) {
            return List.of(silent(name, failure.name()));
        }
        return aaaa instanceof Answer.Failed<InetAddress>(var failure, _, _)
                ? List.of(silent(name, failure.name()))
                : List.of();
    }

    private static Finding silent(DnsName name, String failure) {
        return unknown("mx.unanswered", name).with("failure", failure);
    }
}
