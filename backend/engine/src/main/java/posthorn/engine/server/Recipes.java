package posthorn.engine.server;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The recipes that come with the program: one file each, named for what is so afterwards.
final class Recipes {

    /// The files, in no order that matters: each code stands in one of them only.
    static final List<String> NAMES =
            List.of(
                    "encryption",
                    "renewal",
                    "versions",
                    "rollover",
                    "size",
                    "name",
                    "listen",
                    "greeting",
                    "no-ipv6",
                    "relay",
                    "closed",
                    "backup",
                    "sts-policy",
                    "sts-host",
                    "sts-leftover",
                    "sts-mode",
                    "sts-age",
                    "logo",
                    "signing",
                    "new-key",
                    "key-record",
                    "signature",
                    "forwarding");

    private Recipes() {}

    /// The recipe for findings of this code, if the cure is on a server.
    static Optional<Recipe> of(String code) {
        return Optional.ofNullable(BuiltIn.BY_CODE.get(code));
    }

    /// All of them.
    static List<Recipe> all() {
        return BuiltIn.ALL;
    }

    private static Recipe read(String name) {
        try (var stream = Recipes.class.getResourceAsStream("/server/" + name + ".recipe")) {
            if (stream == null) {
                throw new FileNotFoundException(name);
            }
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return RecipeReader.read(name, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class BuiltIn {

        static final List<Recipe> ALL = NAMES.stream().map(Recipes::read).toList();
        static final Map<String, Recipe> BY_CODE = byCode();

        private static Map<String, Recipe> byCode() {
            var recipes = new LinkedHashMap<String, Recipe>();
            for (var recipe : ALL) {
                for (var code : recipe.sources().keySet()) {
                    if (recipes.put(code, recipe) != null) {
                        throw new IllegalStateException(code + " stands in two recipes");
                    }
                }
            }
            return recipes;
        }
    }
}
