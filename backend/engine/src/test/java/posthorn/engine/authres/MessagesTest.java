package posthorn.engine.authres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import posthorn.engine.authres.AuthResultsField.Form;

/// All Authentication-Results fields of the messages dkim_verifier is tested with.
class MessagesTest {

    private static final String NAME = "authentication-results:";

    @Test
    void allAreThere() throws IOException {
        try (var files = Files.list(Vectors.FOLDER.resolve("dkim_verifier"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".eml"))).hasSize(11);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    alignment-auid_not_in_sdid             | example.net STRICT dkim=pass/header.d=example.net/header.i=joe@football.example.com
                    dkim-unknown_result                    | example.net STRICT dkim=timeout/header.d=example.com
                    multiple_arh-newest_no_authserv        | - RELAXED dkim=pass/header.d=01.example.com unrelated.com STRICT dkim=pass/header.d=unrelated.com - RELAXED dkim=pass/header.d=02.example.com
                    multiple_arh-newest_parsing_error_01   | example.net RELAXED dkim=pass/header.d=error.example.com/header.b=/d5r unrelated.com STRICT dkim=pass/header.d=unrelated.com example.net STRICT dkim=pass/header.d=example.com
                    multiple_arh-newest_unknown_method     | example.net STRICT foo=pass unrelated.com STRICT dkim=pass/header.d=unrelated.com example.net STRICT dkim=pass/header.d=example.com
                    multiple_dkim_results                  | example.net STRICT dkim=fail/header.d=example.com dkim=pass/header.d=unrelated.org dkim=pass/header.d=example.com dkim=fail/header.d=example.com dkim=fail/header.d=unrelated.org dkim=fail/header.d=example.com dkim=pass/header.d=example.org
                    rfc6376-A.2-arh-failed-no_reason       | example.net STRICT spf=pass/smtp.mailfrom=example.com dkim=fail/header.d=example.com
                    rfc6376-A.2-arh-valid-a_tag            | example.net STRICT spf=pass/smtp.mailfrom=example.com dkim=pass/header.d=example.com/header.a=rsa-sha256
                    rfc6376-A.2-arh-valid-auid             | example.net STRICT spf=pass/smtp.mailfrom=example.com dkim=pass/header.i=joe@football.example.com
                    rfc6376-A.2-arh-valid-sdid_and_auid    | example.net STRICT spf=pass/smtp.mailfrom=example.com dkim=pass/header.d=example.com/header.i=joe@football.example.com
                    rfc6376-A.2-arh-valid_relaxed          | example.net RELAXED spf=pass/smtp.mailfrom=example.com dkim=pass/header.d=example.com
                    """)
    void readsEachField(String file, String expected) throws IOException {
        var fields = fields(file);

        assertThat(fields.stream().map(MessagesTest::shown).collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "multiple_arh-newest_no_authserv, example.net, 0, 3",
        "multiple_arh-newest_no_authserv, unrelated.com, 1, 2",
        "multiple_arh-newest_parsing_error_01, EXAMPLE.net, 2, 1",
        "multiple_arh-newest_unknown_method, unrelated.com, 1, 2"
    })
    void partsThemByAuthservId(String file, String id, int own, int foreign) throws IOException {
        var border = TrustBorder.of(fields(file), List.of(id));

        assertThat(border.own()).hasSize(own);
        assertThat(border.foreign()).hasSize(foreign);
    }

    private static List<AuthResultsField> fields(String file) throws IOException {
        var path = Vectors.FOLDER.resolve("dkim_verifier/" + file + ".eml");
        var fields = new ArrayList<AuthResultsField>();
        for (var field : split(Files.readString(path, StandardCharsets.ISO_8859_1))) {
            if (field.toLowerCase(Locale.ROOT).startsWith(NAME)) {
                fields.add(AuthResultsField.read(field.substring(NAME.length())));
            }
        }
        return fields;
    }

    /// The header fields of a message, each with its folds.
    private static List<String> split(String message) {
        int end = message.indexOf("\n\n");
        return List.of(message.substring(0, end).split("\n(?![ \t])"));
    }

    private static String shown(AuthResultsField field) {
        assertThat(field.form()).isNotEqualTo(Form.BROKEN);
        var results =
                field.results().stream().map(MessagesTest::shown).collect(Collectors.joining(" "));
        var id = field.authservId().isEmpty() ? "-" : field.authservId();
        return id + " " + field.form() + " " + results;
    }

    private static String shown(AuthResult result) {
        var properties =
                result.properties().stream().map(p -> "/" + p.key() + "=" + p.value()).toList();
        return result.method() + "=" + result.result() + String.join("", properties);
    }
}
