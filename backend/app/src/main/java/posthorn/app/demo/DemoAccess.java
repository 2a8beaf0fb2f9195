package posthorn.app.demo;

/// How to sign in to the demo.
record DemoAccess(String email, String password) {

    /// Alice owns the demo's team, Bob reads in it.
    static final DemoAccess ALICE = new DemoAccess("alice@example.org", "a small built-in world");

    static final DemoAccess BOB = new DemoAccess("bob@example.org", ALICE.password());
}
