package posthorn.engine.mtasts;

import java.util.ArrayList;
import java.util.List;

/// A policy as it could be published for a domain.
final class Example {

    private static final int WEEK = 604_800;
    private static final int MOST_HOSTS = 20;

    private Example() {}

    /// Its lines, for the hosts the domain has now. The first days of a policy are for watching.
    static List<String> lines(MtaStsFacts facts) {
        var mode =
                facts.lookup() instanceof StsLookup.Published published
                                && published
                                        .file()
                                        .filter(policy -> policy.mode() == PolicyMode.ENFORCE)
                                        .isPresent()
                        ? "enforce"
                        : "testing";
        var lines = new ArrayList<>(List.of("version: STSv1", "mode: " + mode));
        facts.names().stream().limit(MOST_HOSTS).forEach(name -> lines.add("mx: " + name));
        lines.add("max_age: " + WEEK);
        return lines;
    }
}
