package posthorn.engine.dane;

import static posthorn.engine.check.Finding.critical;
import static posthorn.engine.check.Finding.unknown;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.mailhost.MailHosts;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Rdata;

/// Questions that stayed open. Where the address of a host is proven, senders who know DANE ask for
/// TLSA, and a server that fails at that keeps them waiting (RFC 7672 §2.1.3); elsewhere they do
/// not ask.
final class Silence implements Rule<DaneFacts> {

    @Override
    public List<Finding> judge(DaneFacts facts) {
        if (facts.hosts() instanceof MailHosts.Unanswered(var failure)) {
            return List.of(silent(facts.domain(), failure));
        }
        var findings = new ArrayList<Finding>();
        for (var host : facts.dane()) {
            if (host.answer() instanceof Answer.Failed<Rdata.Tlsa>(var failure, _, _)) {
                findings.addAll(failed(host, failure));
            }
        }
        return findings;
    }

    private static List<Finding> failed(HostDane host, Failure failure) {
        boolean addressKnown = !host.host().a().isFailed() && !host.host().aaaa().isFailed();
        if (addressKnown && !host.host().isSecure()) {
            return List.of();
        }
        return addressKnown && isFault(failure)
                ? List.of(
                        critical("dane.tlsa-lookup-fails", host.host().name())
                                .with("name", host.place())
                                .with("failure", failure)
                                .with("operator", host.host().operator()))
                : List.of(silent(host.place(), failure));
    }

    /// Whether somebody answered, and wrongly.
    private static boolean isFault(Failure failure) {
        return switch (failure) {
            case SERVFAIL, BOGUS -> true;
            case TIMEOUT, REFUSED, MALFORMED, NOT_NOW -> false;
        };
    }

    private static Finding silent(DnsName name, Failure failure) {
        return unknown("dane.unanswered", name).with("failure", failure);
    }
}
