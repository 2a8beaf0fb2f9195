package posthorn.engine.check;

/// What a domain is used for; decides which checks apply.
public enum Profile {
    SENDS_AND_RECEIVES(true, true),
    SENDS(true, false),
    RECEIVES(false, true),
    /// Neither sends nor receives.
    PARKED(false, false);

    private final boolean sends;
    private final boolean receives;

    Profile(boolean sends, boolean receives) {
        this.sends = sends;
        this.receives = receives;
    }

    public boolean sends() {
        return sends;
    }

    public boolean receives() {
        return receives;
    }
}
