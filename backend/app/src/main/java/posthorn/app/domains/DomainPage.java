package posthorn.app.domains;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import posthorn.engine.check.Profile;

/// The pages that add, change and delete domains.
///
/// @param name A-labels; empty on the page that adds
/// @param shown the name as people write it
/// @param added names just added, while others are left to mend
record DomainPage(
        String name,
        String shown,
        boolean isPaused,
        DomainForm form,
        List<Option> profiles,
        List<Problem> problems,
        List<String> added) {

    /// A choice with its explanation.
    record Option(String value, String label, String hint) {}

    DomainPage {
        profiles = List.copyOf(profiles);
        problems = List.copyOf(problems);
        added = List.copyOf(added);
    }

    /// Whether the name has letters beyond ASCII, so that both forms are worth showing.
    public boolean hasTwoForms() {
        return !name.equals(shown);
    }

    /// Both forms of the name, when they differ.
    public String both() {
        return hasTwoForms() ? shown + " (" + name + ")" : shown;
    }

    /// What is wrong with one field, in sentences.
    public List<String> errors(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Problem::sentence)
                .toList();
    }

    static List<Option> profiles(Locale locale, MessageSource messages) {
        return Arrays.stream(Profile.values())
                .map(profile -> "domains.profile." + profile.name())
                .map(key ->
                        new Option(
                                key.substring(key.lastIndexOf('.') + 1),
                                messages.getMessage(key, null, locale),
                                messages.getMessage(key + ".hint", null, locale)))
                .toList();
    }
}
