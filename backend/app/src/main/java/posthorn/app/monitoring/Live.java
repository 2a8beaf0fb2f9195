package posthorn.app.monitoring;

import posthorn.engine.outside.Outside;

/// The outside itself, before the DNS lists' keys are added: the Internet, or the demo's world.
public record Live(Outside outside) {}
