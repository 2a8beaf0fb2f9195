package posthorn.engine.dmarc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;

/// The records found on the way from a name up to its top-level domain (RFC 9989 §4.10).
public record TreeWalk(DnsName start, List<Step> steps) {

    private static final int MOST_LABELS = 8;

    public TreeWalk {
        steps = List.copyOf(steps);
    }

    /// One name on the way.
    ///
    /// @param read those texts at `_dmarc` below it that are DMARC records
    public record Step(DnsName name, Answer<Rdata.Text> answer, List<DmarcRecord> read) {

        public Step {
            read = List.copyOf(read);
        }

        static Step at(DnsName name, Dns dns) {
            var answer = dns.txt(name.child("_dmarc"));
            var read =
                    answer.records().stream()
                            .map(Rdata.Text::joined)
                            .filter(DmarcRecord::isDmarc)
                            .sorted()
                            .map(DmarcRecord::read)
                            .toList();
            return new Step(name, answer, read);
        }

        /// The texts of the records.
        public List<String> records() {
            return read.stream().map(DmarcRecord::text).toList();
        }

        /// The record; several count as none.
        public Optional<DmarcRecord> record() {
            return read.size() == 1 ? Optional.of(read.getFirst()) : Optional.empty();
        }

        private boolean isPsd(String letter) {
            return record().filter(r -> r.isPsd(letter)).isPresent();
        }

        private boolean endsWalk() {
            return isPsd("y") || isPsd("n");
        }
    }

    /// Walks; at most eight questions.
    public static TreeWalk from(DnsName start, Dns dns) {
        var steps = new ArrayList<Step>();
        var name = start;
        while (!name.isRoot()) {
            var step = Step.at(name, dns);
            steps.add(step);
            if (step.endsWalk()) {
                break;
            }
            name = next(name);
        }
        return new TreeWalk(start, steps);
    }

    private static DnsName next(DnsName name) {
        return name.labels().size() >= MOST_LABELS ? name.last(MOST_LABELS - 1) : name.parent();
    }

    /// The step at a name, if the way leads over it.
    public Optional<Step> at(DnsName name) {
        return steps.stream().filter(step -> step.name().equals(name)).findFirst();
    }

    /// The step at the start.
    public Step own() {
        return steps.getFirst();
    }

    /// The steps without an answer.
    public List<Step> open() {
        return steps.stream().filter(step -> step.answer().isFailed()).toList();
    }

    /// Whether a record was found.
    public boolean hasRecord() {
        return steps.stream().anyMatch(step -> step.record().isPresent());
    }

    /// The Organizational Domain of the start (RFC 9989 §4.10.2).
    public DnsName organizationalDomain() {
        var found = steps.stream().filter(step -> step.record().isPresent()).toList();
        for (var step : found) {
            if (step.isPsd("n")) {
                return step.name();
            }
            if (step.isPsd("y") && !step.name().equals(start)) {
                return start.last(step.name().labels().size() + 1);
            }
        }
        return found.isEmpty() ? start : found.getLast().name();
    }

    /// The step of the public suffix domain, if it says that it is one.
    Optional<Step> psd() {
        return steps.stream()
                .filter(step -> step.isPsd("y") && !step.name().equals(start))
                .findFirst();
    }
}
