package posthorn.engine.message;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.message.AddressTokens.Token;

/// Tokens that belong together: no blank between them, or a dot or an `@`, around which the
/// obsolete syntax allows blanks (RFC 5322 §4.4). Comments belong nowhere.
final class Runs {

    private Runs() {}

    static List<List<Token>> of(List<Token> tokens) {
        var runs = new ArrayList<List<Token>>();
        var run = new ArrayList<Token>();
        for (var token : tokens) {
            if (token.type() == AddressTokens.Type.COMMENT) {
                continue;
            }
            if (!run.isEmpty() && token.isApart() && !links(run.getLast()) && !links(token)) {
                runs.add(List.copyOf(run));
                run.clear();
            }
            run.add(token);
        }
        if (!run.isEmpty()) {
            runs.add(List.copyOf(run));
        }
        return runs;
    }

    private static boolean links(Token token) {
        return token.is('.') || token.is('@');
    }

    /// A mailbox with this address: what stands before the last `@`, and what behind it.
    static Mailbox mailbox(String name, List<Token> address) {
        int at = address.size() - 1;
        while (!address.get(at).is('@')) {
            at--;
        }
        return new Mailbox(
                name,
                joined(address.subList(0, at)),
                joined(address.subList(at + 1, address.size())));
    }

    private static String joined(List<Token> tokens) {
        var out = new StringBuilder();
        tokens.forEach(token -> out.append(token.value()));
        return out.toString();
    }
}
