package posthorn.cli;

import posthorn.engine.check.Verdict;

/// Exit statuses.
final class Status {

    static final int FINE = 0;
    static final int WARNINGS = 1;
    static final int FAILURES = 2;
    static final int UNKNOWN = 3;
    static final int USAGE = 64;
    static final int FAULT = 70;

    private Status() {}

    static int of(Verdict verdict) {
        return switch (verdict) {
            case NOT_APPLICABLE, OK -> FINE;
            case UNKNOWN -> UNKNOWN;
            case WARN -> WARNINGS;
            case FAIL -> FAILURES;
        };
    }
}
