package posthorn.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import posthorn.engine.spf.Result;
import posthorn.engine.spf.SpfResult;

/// What an SPF evaluation gave, as JSON and in a sentence.
final class SpfWords {

    private SpfWords() {}

    /// The word of the RFC.
    static String word(SpfResult result) {
        return result.result().name().toLowerCase(Locale.ROOT);
    }

    static Page.Ink ink(Result result) {
        return switch (result) {
            case PASS -> Page.Ink.GOOD;
            case SOFTFAIL, NEUTRAL, NONE -> Page.Ink.BAD;
            case TEMPERROR -> Page.Ink.UNSURE;
            case FAIL, PERMERROR -> Page.Ink.WORST;
        };
    }

    static Map<String, @Nullable Object> json(SpfResult result, Messages messages) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("result", word(result));
        json.put("reason", result.reason());
        json.put("matched", result.matched().map(SpfWords::json).orElse(null));
        json.put("path", result.path().stream().map(SpfWords::json).toList());
        json.put("explanation", result.explanation());
        json.put("lookups", result.lookups());
        json.put("voids", result.voids());
        json.put("text", sentence(result, messages));
        return json;
    }

    private static Map<String, Object> json(SpfResult.Step step) {
        var json = new LinkedHashMap<String, Object>();
        json.put("domain", step.domain());
        json.put("term", step.term());
        return json;
    }

    /// Why the result is what it is.
    static String sentence(SpfResult result, Messages messages) {
        var last = result.path().isEmpty() ? null : result.path().getLast();
        var values =
                Map.of(
                        "term", last == null ? "" : last.term(),
                        "domain", last == null ? "" : last.domain());
        return messages.say("spf.reason." + result.reason(), values);
    }
}
