package posthorn.app.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Long passwords that are guessed first: one or two well-known words with digits or signs around
/// them, runs along the keyboard, and few characters again and again.
@Component
class CommonPasswords {

    private static final int FEWEST_CHARACTERS = 4;
    private static final int MOST_WORDS = 2;
    private static final int SHORTEST_RUN = 5;

    private static final List<String> RUNS =
            List.of(
                    "abcdefghijklmnopqrstuvwxyz",
                    "01234567890123456789",
                    "qwertyuiopasdfghjklzxcvbnm",
                    "qwertzuiopasdfghjklyxcvbnm",
                    "azertyuiopqsdfghjklmwxcvbn",
                    "1q2w3e4r5t6y7u8i9o0p",
                    "1q2w3e4r5t6z7u8i9o0p",
                    "q1w2e3r4t5y6u7i8o9p0",
                    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
                    "1qay2wsx3edc4rfv5tgb6zhn7ujm8ik",
                    "!qaz@wsx#edc$rfv%tgb^yhn");

    private final Set<String> words;

    CommonPasswords() {
        words = read();
    }

    boolean contains(String password) {
        var text = password.toLowerCase(Locale.ROOT);
        return text.chars().distinct().count() <= FEWEST_CHARACTERS
                || isRun(text)
                || isMadeOfWords(text);
    }

    /// Whether the password contains a name, however it is capitalised.
    static boolean names(String password, String name) {
        return name.length() >= 3
                && password.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isRun(String text) {
        var backwards = new StringBuilder(text).reverse().toString();
        return RUNS.stream()
                .map(run -> run + run)
                .anyMatch(run -> run.contains(text) || run.contains(backwards));
    }

    private boolean isMadeOfWords(String text) {
        var core = withoutDecoration(text);
        return core.isEmpty()
                ? text.chars().allMatch(Character::isDigit)
                : isMadeOfWords(lettersOf(core), MOST_WORDS)
                        || isMadeOfWords(lettersOf(plain(core)), MOST_WORDS);
    }

    private boolean isMadeOfWords(String letters, int most) {
        if (words.contains(letters) || (letters.length() >= SHORTEST_RUN && isRun(letters))) {
            return true;
        }
        for (var end = 3; most > 1 && end < letters.length(); end++) {
            if (words.contains(letters.substring(0, end))
                    && isMadeOfWords(letters.substring(end), most - 1)) {
                return true;
            }
        }
        return false;
    }

    /// Without the digits and signs around the words.
    private static String withoutDecoration(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && !Character.isLetter(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && !Character.isLetter(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /// Without digits and signs, wherever they stand.
    private static String lettersOf(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /// With the signs that stand for letters read as those.
    private static String plain(String text) {
        return text.replace('@', 'a')
                .replace('4', 'a')
                .replace('3', 'e')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('0', 'o')
                .replace('$', 's')
                .replace('5', 's')
                .replace('7', 't');
    }

    private static Set<String> read() {
        try (var file = CommonPasswords.class.getResourceAsStream("common-words.txt")) {
            if (file == null) {
                throw new IllegalStateException("common-words.txt is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> List.of(line.split(" ")).stream())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
