package posthorn.engine.provider;

import posthorn.engine.outside.DnsName;

/// A name that depends on the customer's domain: `<d>` stands for the domain, `<dd>` for the domain
/// with hyphens in place of its dots, `*` for something only the provider knows.
public record Template(String text) {

    /// Whether nothing but the domain is missing.
    public boolean isComplete() {
        return text.indexOf('*') < 0;
    }

    /// The text for this domain; a `*` stays.
    public String in(DnsName domain) {
        return text.replace("<dd>", domain.text().replace('.', '-')).replace("<d>", domain.text());
    }

    /// Whether `name` is what this template means for `domain`.
    public boolean matches(DnsName name, DnsName domain) {
        return new NamePattern(in(domain), true).matches(name);
    }
}
