package posthorn.engine.hosting;

import posthorn.engine.check.Target;

/// What a domain's zone shows of the companies that have to do with its mail.
///
/// @param target what was checked
/// @param servers who answers for the zone
public record ProviderFacts(Target target, NameServers servers) {}
