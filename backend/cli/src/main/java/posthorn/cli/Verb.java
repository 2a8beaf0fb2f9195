package posthorn.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing the command line can do.
///
/// @param <R> what comes out
interface Verb<R> {

    /// Its name on the command line.
    String name();

    /// Its options, besides `--batch` and `--help`.
    List<Option> options();

    /// The option that arguments without a name belong to; empty when there is none.
    default String positional() {
        return "";
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
}
