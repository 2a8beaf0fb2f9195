package posthorn.engine.mx;

import static posthorn.engine.check.Finding.critical;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.RecordType;

/// The target of an MX record is the name of a host (RFC 5321 §5.1, RFC 1912 §2.5), never an
/// address.
final class TargetText implements Rule<MxFacts> {

    @Override
    public List<Finding> judge(MxFacts facts) {
        return facts instanceof MxFacts.Published published
                ? published.hosts().stream().flatMap(host -> judge(host, published)).toList()
                : List.of();
    }

    private static Stream<Finding> judge(MxHost host, MxFacts.Published published) {
        return switch (host) {
            case MxHost.Asked _ -> Stream.of();
            case MxHost.Literal literal -> Stream.of(literal(literal, published));
            case MxHost.Invalid invalid -> Stream.of(invalid(invalid, published));
        };
    }

    private static Finding literal(MxHost.Literal host, MxFacts.Published published) {
        var finding =
                critical("mx.target-ip", host.name())
                        .with("address", host.address())
                        .with("name", host.free());
        return MxRemedies.rename(
                        finding,
                        published.target().domain(),
                        published.recordsOf(host.name()),
                        host.free())
                .cure(new Remedy.Publish(host.free(), RecordType.A, IpText.of(host.address())));
    }

    private static Finding invalid(MxHost.Invalid host, MxFacts.Published published) {
        var finding = critical("mx.target-invalid", host.name()).with("slip", host.slip());
        return host.meant().equals(host.name())
                ? finding
                : MxRemedies.rename(
                        finding.with("meant", host.meant()),
                        published.target().domain(),
                        published.recordsOf(host.name()),
                        host.meant());
    }
}
