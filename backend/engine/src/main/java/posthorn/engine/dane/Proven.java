package posthorn.engine.dane;

import static posthorn.engine.check.Finding.unknown;
import static posthorn.engine.check.Finding.warning;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// TLSA records that DNSSEC does not prove are of no use (RFC 7672 §2.2).
final class Proven implements Rule<DaneFacts> {

    @Override
    public List<Finding> judge(DaneFacts facts) {
        var unchecked =
                facts.named().stream()
                        .filter(host -> host.standing() == Standing.UNCHECKED)
                        .toList();
        var open =
                unchecked.isEmpty()
                        ? Stream.<Finding>of()
                        : Stream.of(
                                unknown("dane.unchecked", facts.domain())
                                        .with("hosts", Presence.names(unchecked)));
        return Stream.concat(open, unsigned(facts)).toList();
    }

    private static Stream<Finding> unsigned(DaneFacts facts) {
        return facts.named().stream()
                .filter(host -> host.standing() == Standing.UNSIGNED)
                .map(host ->
                        warning("dane.unsigned", host.host().name())
                                .with("name", host.place())
                                .with("operator", host.host().operator()));
    }
}
