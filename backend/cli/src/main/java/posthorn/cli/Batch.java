package posthorn.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Many runs of one verb: JSON lines in, JSON lines out in the same order, many in flight. Each
/// line is written as soon as it is next; a line that cannot be understood gives an error in its
/// place and ends nothing. Values from the command line hold where a line says nothing else.
final class Batch<R> {

    private static final int IN_FLIGHT = 64;
    private static final int WAITING = 1024;

    /// A longer line takes the place of several: many large messages at once would fill the memory.
    private static final int PLACE = 1 << 18;

    private final Verb<R> verb;
    private final Values usual;
    private final Streams streams;
    private final Work work;
    private final Messages messages;
    private final int longest;
    private final Semaphore places = new Semaphore(IN_FLIGHT);

    /// Lines on their way, in order; nothing stands for the end.
    private final BlockingQueue<Optional<Future<String>>> lines = new ArrayBlockingQueue<>(WAITING);

    private final AtomicBoolean faulty = new AtomicBoolean();

    Batch(Verb<R> verb, Values usual, Streams streams, Work work, Messages messages) {
        this.verb = verb;
        this.usual = usual;
        this.streams = streams;
        this.work = work;
        this.messages = messages;
        this.longest = verb.longestLine();
    }

    /// Reads until standard input ends; the exit status tells whether every line was understood.
    int run() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writer = threads.submit(this::write);
            read(threads);
            lines.put(Optional.empty());
            writer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("a fault of ours", e.getCause());
        }
        return faulty.get() ? Status.USAGE : Status.FINE;
    }

    private void read(ExecutorService threads) throws InterruptedException {
        var in = new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
        try {
            for (var line = next(in); line.isPresent(); line = next(in)) {
                var text = line.get();
                if (streams.out().checkError()) {
                    return; // nobody reads any more
                }
                if (!text.isBlank()) {
                    places.acquire(room(text));
                    lines.put(Optional.of(threads.submit(() -> answered(text))));
                }
            }
        } catch (IOException e) {
            throw UsageError.of("stdin");
        }
    }

    private static int room(String line) {
        return Math.min(IN_FLIGHT, 1 + line.length() / PLACE);
    }

    /// The next line; of one that is too long, a little more than is allowed.
    private Optional<String> next(BufferedReader in) throws IOException {
        var line = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return Optional.empty();
        }
        while (c >= 0 && c != '\n') {
            if (line.length() <= longest) {
                line.append((char) c);
            }
            c = in.read();
        }
        return Optional.of(line.toString());
    }

    private void write() {
        try {
            for (var line = lines.take(); line.isPresent(); line = lines.take()) {
                streams.out().print(Waiting.on(line.get()) + "\n");
                streams.out().flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String answered(String line) {
        Map<String, @Nullable Object> id = new LinkedHashMap<>();
        id.put("id", null);
        try {
            var request = request(line);
            id.put("id", request.get("id"));
            return result(values(request).over(usual), id);
        } catch (UsageError e) {
            return error(id, "usage", Status.USAGE, e.sentence(messages));
        } catch (RuntimeException e) {
            return error(id, "fault", Status.FAULT, Fault.sentence(e, messages));
        } finally {
            places.release(room(line));
        }
    }

    private String result(Values values, Map<String, @Nullable Object> id) {
        CommandLineTool.checkLanguage(values);
        var language = values.one("lang").map(Messages::in).orElse(messages);
        return Json.write(CommandLineTool.json(verb, verb.run(values, work), language, id));
    }

    private Map<String, @Nullable Object> request(String line) {
        if (line.length() > longest) {
            throw UsageError.of("line-length").with("most", Integer.toString(longest));
        }
        try {
            if (Json.read(line) instanceof Map<?, ?> object) {
                var request = new LinkedHashMap<String, @Nullable Object>();
                object.forEach((name, value) -> request.put(String.valueOf(name), value));
                return request;
            }
        } catch (JacksonException e) {
            int at = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            throw UsageError.of("line-json").with("column", Integer.toString(at));
        }
        throw UsageError.of("line-object");
    }

    private Values values(Map<String, @Nullable Object> request) {
        var values = new LinkedHashMap<String, List<String>>();
        var options = verb.optionsByName();
        verb.argument().ifPresent(argument -> options.put(argument.name(), argument));
        request.forEach((name, value) -> {
            var option = options.get(name);
            if (option != null) {
                if (values.put(option.name(), texts(option, value)) != null) {
                    throw UsageError.of("twice").with("option", name);
                }
            } else if (!name.equals("id")) {
                throw UsageError.of("key").with("key", name).with("verb", verb.name());
            }
        });
        return new Values(values);
    }

    private static List<String> texts(Option option, @Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case Boolean truth when option.isToggle() -> List.of(truth.toString());
            case String text when !option.isToggle() -> List.of(text);
            case List<?> list
                    when option.many() && list.stream().allMatch(String.class::isInstance) ->
                    list.stream().map(String::valueOf).toList();
            default -> throw UsageError.of("key-value").with("key", option.name());
        };
    }

    private String error(
            Map<String, @Nullable Object> id, String kind, int status, String sentence) {
        faulty.set(true);
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("schema", CommandLineTool.SCHEMA);
        json.putAll(id);
        json.put("verb", verb.name());
        json.put("status", status);
        var error = new LinkedHashMap<String, String>();
        error.put("kind", kind);
        error.put("message", sentence);
        json.put("error", error);
        return Json.write(json);
    }
}
