package posthorn.engine.provider;

import java.util.List;

/// A provider and the signs by which it was recognised.
public record Recognised(Provider provider, List<Sign> signs) {

    public Recognised {
        signs = List.copyOf(signs);
    }

    /// Whether at least one sign is confirmed. Without one, a hint is allowed and a warning is not.
    public boolean sure() {
        return signs.stream().anyMatch(Sign::sure);
    }

    /// Whether it shows where providers do something with mail. Name servers and texts left behind
    /// say nothing about mail.
    public boolean isAtWork() {
        return signs.stream().anyMatch(sign -> sign.at() != Sign.At.NS && sign.at() != Sign.At.TXT);
    }

    /// Whether a confirmed sign shows at this place.
    public boolean isSurelySeenAt(Sign.At at) {
        return signs.stream().anyMatch(sign -> sign.at() == at && sign.sure());
    }

    /// The same, with another value shown for its signs.
    Recognised named(String value) {
        return new Recognised(
                provider,
                signs.stream().map(sign -> new Sign(sign.at(), value, sign.sure())).toList());
    }

    /// Whether `other` is the same provider, recognised for certain as this one is not.
    boolean isSameButSurer(Recognised other) {
        return other.provider().equals(provider) && other.sure() && !sure();
    }

    /// Whether it shows at this place.
    public boolean isSeenAt(Sign.At at) {
        return signs.stream().anyMatch(sign -> sign.at() == at);
    }
}
