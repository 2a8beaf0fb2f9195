package posthorn.engine.authres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import posthorn.engine.authres.AuthResultsField.Form;
import posthorn.engine.fuzz.Places;
import posthorn.engine.fuzz.Target;

/// The parsers of Authentication-Results.
public final class AuthResultsTargets {

    private static final Pattern UNFOLDED = Pattern.compile("\r\n(?! [^ \r\n])");

    private AuthResultsTargets() {}

    public static List<Target> all() {
        return List.of(
                Target.utf8("authres-field", AuthResultsTargets::field, PIECES),
                Target.utf8("authres-arc", AuthResultsTargets::arc, PIECES),
                Target.utf8("authres-writer", AuthResultsTargets::writer, PIECES));
    }

    private static final String[] PIECES = {
        "mx.example.org; spf=pass smtp.mailfrom=example.com; dkim=none",
        "i=1; ",
        "mx.example.org",
        " 1",
        "; none",
        "; ",
        "spf=pass",
        " smtp.mailfrom=",
        " header.d=example.com",
        " reason=",
        "dkim/1=fail",
        " action=none",
        "(comment)",
        "\"quoted\"",
        " policy . expired = 1",
        "a@b.c",
        "header.b=gfT/i2HB",
        "2001:db8::1",
        "\\(",
        "\r\n\t"
    };

    private static void field(String text) {
        var field = AuthResultsField.read(text);

        lies(field, text);
        claims(field);
        if (field.form() == Form.STRICT) {
            assertThat(field.authservId().isEmpty() && !text.contains("\"\"")).isFalse();
            writable(field);
        }
    }

    private static void arc(String text) {
        var arc = ArcAuthResults.read(text);

        lies(arc.field(), text);
        claims(arc.field());
        assertThat(arc.instance()).isBetween(0, ArcAuthResults.MAX_INSTANCE);
    }

    private static void lies(AuthResultsField field, String text) {
        for (var deviation : field.deviations()) {
            Places.lies(deviation.at(), deviation.length(), text);
        }
    }

    private static void claims(AuthResultsField field) {
        assertThat(field.results()).hasSizeLessThanOrEqualTo(100);
        assertThat(field.deviations()).hasSizeLessThanOrEqualTo(100);
        for (var result : field.results()) {
            assertThat(result.origin()).isEqualTo(Origin.CLAIMED);
            assertThat(result.method()).isNotEmpty();
            assertThat(result.result()).isNotEmpty();
            assertThat(result.properties()).hasSizeLessThanOrEqualTo(100);
        }
    }

    /// What is strict can be said by us, in one field that is strict again.
    private static void writable(AuthResultsField field) {
        var results = field.results().stream().map(AuthResultsTargets::ours).toList();

        var again = read(AuthResultsWriter.of("mx.example.org").field(results));

        assertThat(again.form()).isEqualTo(Form.STRICT);
        assertThat(again.results())
                .extracting(AuthResult::method, AuthResult::result)
                .isEqualTo(
                        results.stream()
                                .map(r ->
                                        org.assertj.core.groups.Tuple.tuple(r.method(), r.result()))
                                .toList());
    }

    private static AuthResult ours(AuthResult read) {
        return new AuthResult(
                Origin.VERIFIED,
                read.method(),
                read.version(),
                read.result(),
                read.reason(),
                read.properties(),
                read.comments());
    }

    /// Whatever the values are, the field holds one result with one property at most.
    private static void writer(String text) {
        var result =
                AuthResult.verified("spf", "pass", List.of(new Property("smtp", "mailfrom", text)))
                        .because(text);
        var commented =
                new AuthResult(
                        Origin.VERIFIED, "dkim", 1, "fail", "", List.of(), List.of(text, text));

        var results = List.of(result, commented);
        if (text.length() % 2 == 0) {
            sound(AuthResultsWriter.of("b\u00fccher.example").field(results), text, 0x7e);
        } else {
            var writer = AuthResultsWriter.internationalized("b\u00fccher.example");
            sound(writer.field(results), text, Character.MAX_VALUE);
        }
    }

    private static void sound(String written, String text, int highest) {
        assertThat(UNFOLDED.matcher(written).find()).isFalse();
        assertThat(written.replace("\r\n", "").chars().allMatch(c -> c >= ' ' && c <= highest))
                .isTrue();
        var field = read(written);
        assertThat(field.form()).isEqualTo(Form.STRICT);
        assertThat(field.results()).hasSize(2);
        assertThat(field.results().getLast().properties()).isEmpty();
        var properties = field.results().getFirst().properties();
        assertThat(properties).hasSizeLessThanOrEqualTo(1);
        if (highest == Character.MAX_VALUE) {
            assertThat(properties).allMatch(p -> p.value().equals(text));
        }
    }

    private static AuthResultsField read(String written) {
        return AuthResultsField.read(written.substring(written.indexOf(':') + 1));
    }
}
