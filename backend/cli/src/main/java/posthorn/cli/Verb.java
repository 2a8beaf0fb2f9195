package posthorn.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One thing the command line can do.
///
/// @param <R> what comes out
interface Verb<R> {

    /// A line of a batch may have so many characters.
    int LONGEST_LINE = 1 << 20;

    /// Its name on the command line.
    String name();

    /// Its options, besides `--batch` and `--help`.
    List<Option> options();

    /// What arguments without a name belong to; its name is their key in a batch.
    default Optional<Option> argument() {
        return Optional.empty();
    }

    /// The longest line of a batch it reads.
    default int longestLine() {
        return LONGEST_LINE;
    }

    /// Does it.
    ///
    /// @throws UsageError if the values make no sense
    R run(Values values, Work work);

    /// The result as a JSON object, without `schema` and `id`.
    Map<String, @Nullable Object> json(R result, Messages messages);

    /// The result for people.
    void print(R result, Page page);

    /// The exit status.
    int status(R result);

    /// Its options by each of their names.
    default Map<String, Option> optionsByName() {
        var byName = new LinkedHashMap<String, Option>();
        options().forEach(option -> option.names().forEach(name -> byName.put(name, option)));
        return byName;
    }
}
