package posthorn.bench;

import java.time.Clock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import posthorn.engine.outside.IpText;
import posthorn.engine.spf.SpfEvaluator;
import posthorn.engine.spf.SpfParser;
import posthorn.engine.spf.SpfQuery;
import posthorn.engine.spf.SpfRecord;
import posthorn.engine.spf.SpfResult;

/// SPF of a domain as a company with two providers and a newsletter has it.
@State(Scope.Benchmark)
public class SpfBench {

    private static final String CLIENT = "203.0.113.200";

    private final SpfEvaluator evaluator = new SpfEvaluator(Memory.dns(), Clock.systemUTC());
    private final SpfQuery includes = query("alice@example.org");
    private final SpfQuery macros = query("alice@macro.example.org");

    private static SpfQuery query(String sender) {
        var ip = IpText.parse(CLIENT).orElseThrow();
        return new SpfQuery(ip, "mail.example.net", sender, "mx.example.com");
    }

    /// Three includes; the client stands in the last one.
    @Benchmark
    public SpfResult evaluate() {
        return evaluator.evaluate(includes);
    }

    /// One `exists` with three macros.
    @Benchmark
    public SpfResult expand() {
        return evaluator.evaluate(macros);
    }

    /// The text of the record with the three includes.
    @Benchmark
    public SpfRecord parse() {
        return SpfParser.read(Memory.SPF);
    }
}
