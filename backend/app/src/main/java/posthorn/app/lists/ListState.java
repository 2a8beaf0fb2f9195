package posthorn.app.lists;

import posthorn.engine.dnsbl.Trouble;

/// How a DNS list is, as seen from here.
enum ListState {
    /// It passed its tests.
    HEALTHY,
    /// It says nothing.
    SILENT,
    /// It refuses to answer our resolver.
    REFUSING,
    /// It does not know its own test entry.
    DEAD,
    /// It lists what no list may list.
    LISTING_EVERYTHING,
    /// Its domain is in other hands.
    PARKED,
    /// It answers with codes nobody explains.
    UNCLEAR,
    /// It says itself that it has ended.
    ENDED;

    static ListState of(Trouble trouble) {
        return switch (trouble) {
            case UNANSWERED, ASKED_TOO_OFTEN -> SILENT;
            case REFUSED -> REFUSING;
            case OUTSIDE_LOOPBACK -> PARKED;
            case UNKNOWN_CODE -> UNCLEAR;
            case NO_TEST_ENTRY -> DEAD;
            case LISTS_EVERYTHING -> LISTING_EVERYTHING;
            case SHUT_DOWN -> ENDED;
        };
    }

    boolean isGreen() {
        return this == HEALTHY;
    }

    /// The trouble behind a state that is not healthy.
    Trouble trouble() {
        return switch (this) {
            case HEALTHY -> throw new IllegalStateException("a healthy list has no trouble");
            case SILENT -> Trouble.UNANSWERED;
            case REFUSING -> Trouble.REFUSED;
            case DEAD -> Trouble.NO_TEST_ENTRY;
            case LISTING_EVERYTHING -> Trouble.LISTS_EVERYTHING;
            case PARKED -> Trouble.OUTSIDE_LOOPBACK;
            case UNCLEAR -> Trouble.UNKNOWN_CODE;
            case ENDED -> Trouble.SHUT_DOWN;
        };
    }
}
