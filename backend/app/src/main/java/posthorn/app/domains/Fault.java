package posthorn.app.domains;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/// Something wrong in a form: the field, the key of the sentence, and the values in it.
record Fault(String field, String key, List<String> values) {

    Fault {
        values = List.copyOf(values);
    }

    static Fault of(String field, String key, String... values) {
        return new Fault(field, key, List.of(values));
    }

    Problem in(Locale locale, MessageSource messages) {
        var sentence = messages.getMessage("domains.fault." + key, values.toArray(), locale);
        return new Problem(field, sentence);
    }
}
