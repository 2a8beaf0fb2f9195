package posthorn.cli;

import java.util.Map;

/// A mistake of ours as a sentence: never a stack trace.
final class Fault {

    private Fault() {}

    static String sentence(RuntimeException fault, Messages messages) {
        var root = fault.getCause() == null ? fault : fault.getCause();
        var what = root.getClass().getSimpleName() + ": " + root.getMessage();
        return messages.say("fault", Map.of("what", Shown.of(what)));
    }
}
