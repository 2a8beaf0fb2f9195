package posthorn.engine.outside;

/// The registries of domains, asked about a registration (RDAP, RFC 9082 §3.1.3).
@FunctionalInterface
public interface Registry {

    /// What is registered about a domain, the registered name itself. Never throws for what the
    /// outside does.
    Registration of(DnsName domain);
}
