package posthorn.engine.dnsbl;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Question;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.Source;
import posthorn.engine.outside.Waiting;

/// DNS lists, bothered as little as can be, whoever asks: about one name once in its time, and no
/// list more often than its budget allows. What is over the budget is not asked and stays unknown
/// ([Failure#NOT_NOW]). All other names are asked as ever. Bounded: the answer unused for longest
/// is forgotten first.
public final class PoliteLists implements Dns {

    /// How long a test entry that does what it should is not asked again.
    static final Duration GREEN = Duration.ofMinutes(15);

    /// The same for one that does not, and for silence.
    static final Duration RED = Duration.ofMinutes(5);

    /// How long "not listed" holds for a list of tier A.
    static final Duration CLEAN_A = Duration.ofHours(1);

    /// The same for all others.
    static final Duration CLEAN = Duration.ofHours(6);

    /// How long a listing holds at most.
    private static final Duration LISTED = Duration.ofMinutes(10);

    private static final int NAMES = 50_000;

    private final Dns below;
    private final Map<DnsName, DnsList> zones;
    private final Memory memory;

    /// Asks `below` about the names of these lists. That something is listed holds for `listed` at
    /// most: a run that confirms it must ask anew.
    public PoliteLists(ListTable table, Dns below, Duration listed, Clock clock) {
        this(table, below, listed, clock, NAMES);
    }

    /// Remembers `size` names.
    PoliteLists(ListTable table, Dns below, Duration listed, Clock clock, int size) {
        this(below, byZone(table), new Memory(shorter(listed, LISTED), clock, size));
    }

    private PoliteLists(Dns below, Map<DnsName, DnsList> zones, Memory memory) {
        this.below = below;
        this.zones = zones;
        this.memory = memory;
    }

    private static Map<DnsName, DnsList> byZone(ListTable table) {
        var zones = new HashMap<DnsName, DnsList>();
        table.ready().forEach(list -> zones.put(list.zone(), list));
        return zones;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public Answer<Rdata> ask(Question question) {
        return listOf(question.name())
                .map(list -> memory.answer(question, list, below))
                .orElseGet(() -> below.ask(question));
    }

    /// What lists said holds its time even so.
    @Override
    public Dns freshWithin(DnsName domain) {
        return new PoliteLists(below.freshWithin(domain), zones, memory);
    }

    private Optional<DnsList> listOf(DnsName name) {
        for (var at = name; !at.isRoot(); at = at.parent()) {
            var list = zones.get(at);
            if (list != null && !at.equals(name)) {
                return Optional.of(list);
            }
        }
        return Optional.empty();
    }

    /// @param wasListed whether the answer before said so: then "not listed" must be said twice
    private record Kept(Answer<Rdata> answer, Instant until, boolean wasListed) {}

    /// What all who ask share.
    private static final class Memory {

        private final Duration listed;
        private final Clock clock;
        private final int size;
        private final ReentrantLock lock = new ReentrantLock();
        private final Map<Question, Kept> answers = new LinkedHashMap<>(16, 0.75f, true);
        private final Map<Question, FutureTask<Answer<Rdata>>> running = new HashMap<>();
        private final Map<DnsName, Budget> budgets = new HashMap<>();

        Memory(Duration listed, Clock clock, int size) {
            this.listed = listed;
            this.clock = clock;
            this.size = size;
        }

        private sealed interface Step {
            record Say(Answer<Rdata> answer) implements Step {}

            record Ask(FutureTask<Answer<Rdata>> task) implements Step {}

            record Wait(FutureTask<Answer<Rdata>> task) implements Step {}
        }

        Answer<Rdata> answer(Question question, DnsList list, Dns below) {
            return switch (locked(() -> step(question, list, below))) {
                case Step.Say(var answer) -> answer;
                case Step.Wait(var task) -> Waiting.on(task);
                case Step.Ask(var task) -> asked(task, question, list);
            };
        }

        private Step step(Question question, DnsList list, Dns below) {
            var now = clock.instant();
            var kept = answers.get(question);
            if (kept != null && now.isBefore(kept.until())) {
                return new Step.Say(kept.answer());
            }
            var others = running.get(question);
            if (others != null) {
                return new Step.Wait(others);
            }
            if (!isAffordable(list, now)) {
                return new Step.Say(
                        new Answer.Failed<>(
                                Failure.NOT_NOW, List.of(), Source.local("asked often enough")));
            }
            var mine = new FutureTask<>(() -> below.ask(question));
            running.put(question, mine);
            return new Step.Ask(mine);
        }

        private boolean isAffordable(DnsList list, Instant now) {
            var budget = budgets.getOrDefault(list.zone(), Budget.full(now)).at(now);
            budgets.put(list.zone(), budget.less());
            return budget.isEnough();
        }

        private Answer<Rdata> asked(
                FutureTask<Answer<Rdata>> task, Question question, DnsList list) {
            try {
                task.run();
                var answer = Waiting.on(task);
                if (!Thread.currentThread().isInterrupted()) {
                    locked(() -> keep(question, list, answer));
                }
                return answer;
            } finally {
                locked(() -> Optional.ofNullable(running.remove(question)));
            }
        }

        private Kept keep(Question question, DnsList list, Answer<Rdata> answer) {
            var last = Optional.ofNullable(answers.get(question));
            boolean wasListed = last.filter(kept -> isData(kept.answer())).isPresent();
            var until = clock.instant().plus(time(question, list, answer, wasListed));
            var kept = new Kept(answer, until, wasListed);
            answers.put(question, kept);
            if (answers.size() > size) {
                answers.remove(answers.keySet().iterator().next());
            }
            return kept;
        }

        private Duration time(
                Question question, DnsList list, Answer<Rdata> answer, boolean wasListed) {
            var point = TestPoint.due(question.name(), list);
            if (point.isPresent()) {
                return point.get().isGreen(list, answer) ? GREEN : RED;
            }
            if (answer.isFailed()) {
                return shorter(RED, listed);
            }
            return isData(answer) || wasListed ? listed : list.tier() == Tier.A ? CLEAN_A : CLEAN;
        }

        private static boolean isData(Answer<Rdata> answer) {
            return answer instanceof Answer.Data;
        }

        private <T> T locked(Supplier<T> action) {
            lock.lock();
            try {
                return action.get();
            } finally {
                lock.unlock();
            }
        }
    }
}
