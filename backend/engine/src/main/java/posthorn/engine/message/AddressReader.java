package posthorn.engine.message;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.message.AddressFault.Kind;
import posthorn.engine.message.AddressTokens.Token;

/// Puts the tokens of an address field together to mailboxes. After a mistake it goes on: a mail
/// program that shows the field does so too, and whom it shows is what matters.
final class AddressReader {

    private static final int MAX_FAULTS = 100;

    private final String text;
    private final List<Mailbox> mailboxes = new ArrayList<>();
    private final List<AddressFault> faults = new ArrayList<>();

    /// What stands before the brackets, or an address without brackets.
    private final List<Token> words = new ArrayList<>();

    /// Words of a name that a comma parts: `Example, Alice <alice@example.org>`.
    private final List<Token> before = new ArrayList<>();

    private final List<Token> angle = new ArrayList<>();
    private boolean inAngle;
    private boolean inGroup;
    private boolean hasMailbox;

    AddressReader(String text) {
        this.text = text;
    }

    AddressList read() {
        int end = Math.min(text.length(), AddressList.MAX_LENGTH);
        if (end < text.length()) {
            note(end, text.length(), Kind.TOO_MUCH);
        }
        characters(text.substring(0, end), 0);
        for (var token : new AddressTokens(text, end, faults).read()) {
            one(token);
        }
        entryEnds(end);
        strayBefore();
        if (inGroup) {
            note(end, end, Kind.GROUP);
        }
        return new AddressList(text, mailboxes, faults);
    }

    private void one(Token token) {
        if (token.is('<')) {
            angleBegins(token);
        } else if (token.is('>')) {
            angleEnds(token);
        } else if (inAngle) {
            inside(token);
        } else if (token.is(',')) {
            comma(token);
        } else if (token.is(';')) {
            semicolon(token);
        } else if (token.is(':')) {
            colon(token);
        } else {
            words.add(token);
        }
    }

    private void angleBegins(Token token) {
        if (inAngle) {
            note(token, Kind.UNCLOSED);
            mailboxInAngle(token.from());
        }
        inAngle = true;
    }

    private void angleEnds(Token token) {
        if (inAngle) {
            mailboxInAngle(token.from());
        } else {
            note(token, Kind.STRAY);
        }
    }

    private void inside(Token token) {
        boolean route = !angle.isEmpty() && angle.getFirst().is('@');
        if (token.is(':') && route) {
            // An obsolete route ends here; only what follows counts (RFC 5322 §4.4).
            angle.clear();
        } else if ((token.is(',') || token.is(';')) && !route) {
            note(token, Kind.UNCLOSED);
            mailboxInAngle(token.from());
            one(token);
        } else {
            angle.add(token);
        }
    }

    private void mailboxInAngle(int end) {
        inAngle = false;
        boolean found = false;
        for (var run : Runs.of(angle)) {
            if (found || !hasAt(run)) {
                stray(run);
            } else {
                mailbox(name(), run);
                found = true;
            }
        }
        if (!found) {
            note(angle.isEmpty() ? end : angle.getFirst().from(), end, Kind.INCOMPLETE);
        }
        words.clear();
        before.clear();
        angle.clear();
    }

    private static boolean hasAt(List<Token> run) {
        return run.stream().anyMatch(token -> token.is('@'));
    }

    /// The words before the brackets. Brackets behind a mailbox begin another.
    private String name() {
        if (words.stream().anyMatch(word -> word.is('@')) || !before.isEmpty()) {
            note(words.isEmpty() ? before.getFirst() : words.getFirst(), Kind.UNQUOTED);
        }
        before.addAll(words);
        return Phrase.of(before);
    }

    private void comma(Token token) {
        boolean bare = !hasMailbox && words.stream().noneMatch(word -> word.is('@'));
        if (bare && !words.isEmpty()) {
            before.addAll(words);
            before.add(token);
            words.clear();
        } else {
            entryEnds(token.from());
        }
        hasMailbox = false;
    }

    private void semicolon(Token token) {
        entryEnds(token.from());
        strayBefore();
        hasMailbox = false;
        if (!inGroup) {
            note(token, Kind.GROUP);
        }
        inGroup = false;
    }

    /// Behind the name of a group.
    private void colon(Token token) {
        if (inGroup || words.stream().anyMatch(word -> word.is('@'))) {
            note(token, Kind.GROUP);
            entryEnds(token.from());
        }
        strayBefore();
        words.clear();
        inGroup = true;
    }

    /// The end of a mailbox without brackets, or of what stands behind some.
    private void entryEnds(int end) {
        if (inAngle) {
            note(end, end, Kind.UNCLOSED);
            mailboxInAngle(end);
        }
        var name = new ArrayList<Token>();
        var runs = Runs.of(words);
        var comment = runs.size() == 1 ? Phrase.comment(words) : "";
        for (var run : runs) {
            if (hasAt(run)) {
                bare(name, run, comment);
                name.clear();
            } else {
                name.addAll(run);
            }
        }
        if (!name.isEmpty()) {
            stray(name);
        }
        words.clear();
    }

    private void bare(List<Token> name, List<Token> address, String comment) {
        strayBefore();
        if (!name.isEmpty()) {
            note(name.getFirst(), Kind.NO_BRACKETS);
        }
        mailbox(name.isEmpty() ? comment : Phrase.of(name), address);
    }

    private void strayBefore() {
        stray(before);
        before.clear();
    }

    private void stray(List<Token> tokens) {
        tokens.stream()
                .filter(token -> token.type() != AddressTokens.Type.COMMENT)
                .findFirst()
                .ifPresent(first -> note(first.from(), tokens.getLast().to(), Kind.STRAY));
    }

    private void mailbox(String name, List<Token> address) {
        int from = address.getFirst().from();
        int to = address.getLast().to();
        if (hasMailbox) {
            note(from, from, Kind.NO_COMMA);
        }
        if (mailboxes.size() == AddressList.MAX_MAILBOXES) {
            note(from, to, Kind.TOO_MUCH);
            return;
        }
        var mailbox = Runs.mailbox(shown(name, from), address);
        judge(mailbox, from, to);
        mailboxes.add(mailbox);
        hasMailbox = true;
    }

    private String shown(String name, int at) {
        var shown = EncodedWords.decode(name).strip();
        if (shown.indexOf('@') >= 0 && name.indexOf('@') < 0) {
            note(at, at, Kind.HIDDEN_AT);
        }
        if (!shown.equals(name)) {
            characters(shown, at);
        }
        return shown;
    }

    private void judge(Mailbox mailbox, int from, int to) {
        if (mailbox.localPart().isEmpty() || mailbox.domain().isEmpty()) {
            note(from, to, Kind.INCOMPLETE);
        } else if (!mailbox.isLiteral() && mailbox.domainName().isEmpty()) {
            note(from, to, Kind.NO_DOMAIN_NAME);
        }
    }

    /// Characters that nobody sees, once each kind.
    private void characters(String seen, int at) {
        if (seen.chars().anyMatch(AddressReader::isControl)) {
            note(at, at, Kind.CONTROL);
        }
        if (seen.codePoints().anyMatch(c -> Character.getType(c) == Character.FORMAT)) {
            note(at, at, Kind.INVISIBLE);
        }
    }

    private static boolean isControl(int c) {
        boolean blank = c == '\t' || c == '\r' || c == '\n';
        return Character.isISOControl(c) && !blank;
    }

    private void note(Token token, Kind kind) {
        note(token.from(), token.to(), kind);
    }

    private void note(int from, int to, Kind kind) {
        if (faults.size() < MAX_FAULTS) {
            faults.add(new AddressFault(from, to - from, kind));
        }
    }
}
