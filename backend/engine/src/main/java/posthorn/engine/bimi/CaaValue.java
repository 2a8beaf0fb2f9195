package posthorn.engine.bimi;

import java.util.Locale;
import java.util.regex.Pattern;

/// The value of a CAA property that names an issuer (RFC 8659 §4.2).
///
/// @param issuer in lower case; empty where nobody may issue
/// @param isValid whether it follows the grammar; one that does not counts as naming nobody
record CaaValue(String issuer, boolean isValid) {

    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern ISSUER = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*+");
    private static final Pattern PARAMETER =
            Pattern.compile("[A-Za-z0-9](?:-*+[A-Za-z0-9])*+[ \t]*+=[ \t]*+[!-:<-~]*+");

    static CaaValue read(String value) {
        var parts = value.split(";", -1);
        var issuer = parts[0].strip();
        boolean valid = issuer.isEmpty() || ISSUER.matcher(issuer).matches();
        for (int i = 1; i < parts.length; i++) {
            var parameter = parts[i].strip();
            valid &= parameter.isEmpty() || PARAMETER.matcher(parameter).matches();
        }
        return new CaaValue(valid ? issuer.toLowerCase(Locale.ROOT) : "", valid);
    }
}
