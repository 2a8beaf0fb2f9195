package posthorn.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import posthorn.engine.check.CheckResult;
import posthorn.engine.check.Severity;
import posthorn.engine.dmarc.DmarcResult;
import posthorn.engine.message.ReceivedMessage;
import posthorn.engine.message.TlsFacts;
import posthorn.engine.outside.CachingDns;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Recorder;
import posthorn.engine.testmail.AuthenticationCheck;
import posthorn.engine.testmail.AuthenticationFacts;
import posthorn.engine.testmail.OwnResults;

/// `verify FILE`: who is proven to have sent a stored message, by SPF, DKIM, ARC and DMARC.
final class VerifyVerb implements Verb<VerifyVerb.Outcome> {

    private static final int LONGEST_LINE = 16 << 20;

    /// What came out, and what was asked for it.
    ///
    /// @param result what is to be said about it
    /// @param found how the lines of the message end where it is stored
    /// @param converted whether LF was read as CR LF
    record Outcome(
            Envelope envelope,
            AuthenticationFacts facts,
            CheckResult result,
            LineEnds found,
            boolean converted) {

        /// The word of RFC 8601 §2.7.7: a message without exactly one Author Domain cannot be
        /// judged.
        String dmarcWord() {
            return facts.onlyDmarc()
                    .map(dmarc -> CheckVerb.word(dmarc.treeWalk().result()))
                    .orElse("permerror");
        }

        /// What we found out as a header field; its folds are kept.
        String field() {
            return OwnResults.field(facts, envelope.receiver());
        }

        /// The findings that are more than a statement.
        CheckResult remarkable() {
            var findings =
                    result.findings().stream()
                            .filter(finding -> finding.severity() != Severity.INFO)
                            .toList();
            return new CheckResult(result.kind(), result.records(), findings, result.transcript());
        }
    }

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public Optional<Option> argument() {
        return Optional.of(Option.one("file", "FILE.eml|-"));
    }

    @Override
    public List<Option> options() {
        return List.of(
                Envelope.IP,
                Envelope.HELO,
                Option.one("mail-from", "ADDRESS").or("sender"),
                Option.many("rcpt-to", "ADDRESS"),
                Envelope.TIME,
                Envelope.RECEIVER,
                Option.one("line-ends", "auto|crlf|keep").of("auto", "crlf", "keep"),
                Option.one("message", "BASE64"),
                Option.RESOLVER,
                Option.ZONE,
                Option.LANG,
                Option.JSON);
    }

    @Override
    public int longestLine() {
        return LONGEST_LINE;
    }

    @Override
    public Outcome run(Values values, Work work) {
        values.needed("helo");
        values.needed("mail-from");
        var envelope = Envelope.of(values, "mail-from");
        try (var stored = StoredMessage.of(values, work)) {
            return verified(stored, envelope, values.all("rcpt-to"), work.outside(values));
        }
    }

    private static Outcome verified(
            StoredMessage stored, Envelope envelope, List<String> rcptTo, Outside outside) {
        var recorder = new Recorder(outside);
        var asked = recorder.outside();
        var shared = asked.with(new CachingDns(asked.dns()));
        var message =
                new ReceivedMessage(
                        stored.raw(),
                        envelope.helo(),
                        envelope.ip(),
                        envelope.mailFrom(),
                        rcptTo.stream().map(Envelope::address).toList(),
                        new TlsFacts.Unseen(),
                        outside.clock().instant());
        var check = AuthenticationCheck.check();
        var facts = check.probe().probe(message, shared);
        var result =
                new CheckResult(check.kind(), List.of(), check.judge(facts), recorder.transcript());
        return new Outcome(envelope, facts, result, stored.found(), stored.isConverted());
    }

    /// As DMARC has it: what is proven is fine, what nobody vouches for is a warning.
    @Override
    public int status(Outcome outcome) {
        return outcome.facts()
                .onlyDmarc()
                .map(dmarc -> status(dmarc.treeWalk().result()))
                .orElse(Status.FAILURES);
    }

    private static int status(DmarcResult.Result result) {
        return switch (result) {
            case PASS -> Status.FINE;
            case NONE -> Status.WARNINGS;
            case FAIL -> Status.FAILURES;
            case TEMPERROR -> Status.UNKNOWN;
        };
    }

    @Override
    public Map<String, @Nullable Object> json(Outcome outcome, Messages messages) {
        return new VerifyJson(outcome, messages).json();
    }

    @Override
    public void print(Outcome outcome, Page page) {
        new VerifyReport(outcome, page).print();
    }
}
