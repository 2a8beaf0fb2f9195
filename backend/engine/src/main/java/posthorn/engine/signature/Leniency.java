package posthorn.engine.signature;

/// What is let pass that today's standards forbid: for old signatures of which we want to know
/// whether they were right in their time.
///
/// @param anyVersion whatever `v` says, and `q=dns` as drafts had it
/// @param sha1 `a=rsa-sha1`
/// @param shortKeys RSA keys below 1024 bits
record Leniency(boolean anyVersion, boolean sha1, boolean shortKeys) {

    /// Nothing.
    static final Leniency NONE = new Leniency(false, false, false);
}
