package posthorn.engine.dnsbl;

import java.util.Locale;

/// What brings an address or a domain onto a list. Texts put each into words, and say what to do.
public enum Cause {
    /// Spam came from there.
    SPAM,
    /// Mail went to addresses that nobody ever used, or used long ago.
    TRAPS,
    /// Recipients reported mail as spam.
    REPORTS,
    /// A machine there is infected, or lets strangers in.
    INFECTED,
    /// Many addresses each send a little bulk mail.
    SNOWSHOE,
    /// The network is in the hands of criminals.
    CRIMINALS,
    /// Machines there direct infected ones.
    CONTROL,
    /// The address belongs to a range from which no mail is to come directly.
    RANGE,
    /// The sum of many small signs.
    REPUTATION,
    /// Pages of the domain ask for passwords under a false name.
    PHISHING,
    /// The domain serves harmful programs.
    MALWARE,
    /// Somebody broke into the website of the domain.
    HACKED,
    /// Addresses of the domain lead on to wherever anybody wants.
    REDIRECTOR,
    /// Links to the domain stand in spam.
    ADVERTISED,
    /// Machines elsewhere were attacked from there.
    ATTACKS,
    /// Others in the same network.
    NEIGHBOURS,
    /// Bounces for mail that nobody sent.
    BACKSCATTER,
    /// The address has no name, or one that looks like a home line's.
    NO_NAME,
    /// Mail that nobody vouches for.
    UNSIGNED,
    /// The list does not say.
    UNTOLD;

    /// The word in a table of lists.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
