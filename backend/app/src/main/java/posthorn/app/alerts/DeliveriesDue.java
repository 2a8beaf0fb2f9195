package posthorn.app.alerts;

/// There is something to tell; heard after the commit, so that nobody waits for the next tick.
record DeliveriesDue() {}
