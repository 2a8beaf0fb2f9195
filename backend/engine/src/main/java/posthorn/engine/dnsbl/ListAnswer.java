package posthorn.engine.dnsbl;

import java.net.InetAddress;
import java.util.List;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.IpText;

/// What a list said about one subject.
sealed interface ListAnswer {

    /// Not listed.
    record Clean() implements ListAnswer {}

    /// Answered with codes the list documents.
    ///
    /// @param seen every address of the answer
    record Coded(List<ListCode> codes, List<String> seen) implements ListAnswer {
        public Coded {
            codes = List.copyOf(codes);
            seen = List.copyOf(seen);
        }

        /// What leads to the worst of these codes, none twice.
        List<Cause> causes() {
            return codes.stream()
                    .filter(code -> code.meaning() == worst())
                    .map(ListCode::cause)
                    .distinct()
                    .toList();
        }

        ListCode.Meaning worst() {
            return codes.stream()
                    .map(ListCode::meaning)
                    .min(Enum::compareTo)
                    .orElse(ListCode.Meaning.NOTE);
        }

        boolean has(ListCode.Meaning meaning) {
            return codes.stream().anyMatch(code -> code.meaning() == meaning);
        }
    }

    /// No knowledge.
    record Unclear(Trouble trouble, List<String> seen) implements ListAnswer {
        public Unclear {
            seen = List.copyOf(seen);
        }
    }

    /// Reads an answer of this list. Only codes the list documents count; an answer that also holds
    /// others counts for those it documents.
    static ListAnswer of(DnsList list, Answer<InetAddress> answer) {
        if (answer instanceof Answer.Failed<InetAddress>(var failure, _, _)) {
            return new Unclear(trouble(failure), List.of(failure.name()));
        }
        return answer.isVoid() ? new Clean() : read(list, answer.records());
    }

    private static Trouble trouble(Failure failure) {
        return switch (failure) {
            case REFUSED -> Trouble.REFUSED;
            case NOT_NOW -> Trouble.ASKED_TOO_OFTEN;
            case SERVFAIL, TIMEOUT, BOGUS, MALFORMED -> Trouble.UNANSWERED;
        };
    }

    private static ListAnswer read(DnsList list, List<InetAddress> answers) {
        var seen = answers.stream().map(IpText::of).sorted().toList();
        if (answers.stream().anyMatch(answer -> answer.getAddress()[0] != 127)) {
            return new Unclear(Trouble.OUTSIDE_LOOPBACK, seen);
        }
        if (answers.stream().anyMatch(answer -> isRefusal(list, answer))) {
            return new Unclear(Trouble.REFUSED, seen);
        }
        var codes =
                list.codes().stream()
                        .filter(code -> answers.stream().anyMatch(a -> isMeant(list, code, a)))
                        .toList();
        return codes.isEmpty() ? new Unclear(Trouble.UNKNOWN_CODE, seen) : new Coded(codes, seen);
    }

    /// 127.255.255.0/24 is an error message and never a listing.
    static boolean isRefusal(DnsList list, InetAddress answer) {
        return IpText.of(answer).startsWith("127.255.255.") || list.refusals().contains(answer);
    }

    /// Whether the code explains the answer, and no bit of the answer stays unexplained.
    private static boolean isMeant(DnsList list, ListCode code, InetAddress answer) {
        int explained =
                list.codes().stream()
                        .mapToInt(known -> known.explains(answer))
                        .reduce(0, (a, b) -> a | b);
        return code.explains(answer) != 0
                && (explained & ListCode.last(answer)) == ListCode.last(answer);
    }
}
