package posthorn.app.alerts;

import posthorn.app.monitoring.Observation;
import posthorn.engine.check.Finding;

/// The incident of a check that could not be decided for a day. Its sentences stand with those of
/// the findings, in `texts/monitoring.properties`.
final class Silence {

    private static final String CODE = "monitoring.silent";

    private Silence() {}

    static Finding finding(Observation observation) {
        return Finding.unknown(CODE, observation.kind());
    }

    static boolean is(Incident incident) {
        return incident.finding().code().equals(CODE);
    }
}
