package posthorn.app.platform.security;

import java.time.Duration;

/// So many tries of one kind in a window of time.
public record Limit(String name, int tries, Duration window) {}
