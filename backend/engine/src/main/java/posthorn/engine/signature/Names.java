package posthorn.engine.signature;

import posthorn.engine.outside.DnsName;

/// Domain names in tags: A-labels, or U-labels in UTF-8 (RFC 8616 §5).
final class Names {

    private Names() {}

    /// The name; text that is none stays as it is, and is not well formed.
    static DnsName read(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return DnsName.fromPerson(text).orElseGet(() -> DnsName.of(text));
            }
        }
        return DnsName.of(text);
    }
}
