package posthorn.app.monitoring;

/// A domain became due at once; heard after the commit, so that nobody waits for the next tick.
record WatchHurried(long domainId) {}
