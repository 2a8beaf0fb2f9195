package posthorn.engine.dmarc;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import posthorn.engine.check.Parsed;
import posthorn.engine.dkim.TagList;

/// A better text for a record: everything that can be understood is kept, the policy stands second.
final class RecordEdit {

    private static final Pattern VERSION =
            Pattern.compile("(?i)(v[ \\t]*+=?[ \\t]*+)?dmarc[ \\t]?+[0-9.]*+[;:, \\t]*+");
    private static final Pattern POLICY =
            Pattern.compile("(?i)\\bp[ \\t]*+=[ \\t]*+(none|quarantine|reject)");
    private static final Pattern JUNK = Pattern.compile("[\"'`\\\\]|[^ -~\\t]");
    private static final Pattern BETWEEN = Pattern.compile("[,; \\t]+");
    private static final Set<String> LISTS = Set.of("rua", "ruf");

    private final Map<String, String> tags = new LinkedHashMap<>();

    private RecordEdit() {}

    /// The record without its faults.
    static RecordEdit of(DmarcRecord record) {
        var edit = new RecordEdit();
        edit.tags.put("p", Policy.NONE.text());
        var meaningless =
                record.faults().stream()
                        .filter(fault -> fault.code().equals(DmarcRecord.BAD_SYNTAX))
                        .map(Parsed.Fault::at)
                        .collect(Collectors.toSet());
        var seen = new HashSet<String>();
        record.tags().tags().stream()
                .filter(tag -> seen.add(tag.name().toLowerCase(Locale.ROOT)))
                .forEach(tag -> edit.take(tag, meaningless.contains(tag.at())));
        edit.takeStray(record);
        edit.tags.values().removeIf(String::isEmpty);
        return edit;
    }

    /// Whether text that is no record was meant as one.
    static boolean looksLikeDmarc(String text) {
        return text.toUpperCase(Locale.ROOT).contains("DMARC1") || POLICY.matcher(text).find();
    }

    /// The record that text was meant to be.
    static RecordEdit ofNearMiss(String text) {
        var clean = JUNK.matcher(text).replaceAll("");
        var parted = clean.indexOf(';') < 0 ? clean.replace(',', ';') : clean;
        var rest = VERSION.matcher(parted).replaceFirst(";");
        return of(DmarcRecord.read("v=DMARC1;" + rest));
    }

    /// A record from nothing but a policy.
    static RecordEdit of(Policy policy) {
        return of(DmarcRecord.read("v=DMARC1; p=" + policy.text()));
    }

    RecordEdit set(String name, String value) {
        tags.put(name, value);
        return this;
    }

    RecordEdit drop(String... names) {
        Arrays.asList(names).forEach(tags::remove);
        return this;
    }

    String text() {
        return Stream.concat(
                        Stream.of("v=DMARC1"),
                        tags.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()))
                .collect(Collectors.joining("; "));
    }

    private void take(TagList.Tag tag, boolean meaningless) {
        var name = tag.name().toLowerCase(Locale.ROOT);
        var value = JUNK.matcher(tag.value()).replaceAll("").strip();
        if (name.equals("v")) {
            return;
        }
        if (LISTS.contains(name)) {
            tags.put(name, addresses(Stream.of(tag.value())));
        } else if (DmarcRecord.POLICY_TAGS.contains(name)) {
            takePolicy(name, value);
        } else {
            tags.put(name, meaningless ? "" : value);
        }
    }

    /// A policy, perhaps with more tags behind a comma; a misspelt one is taken for what it begins
    /// like.
    private void takePolicy(String name, String value) {
        int comma = value.indexOf(',');
        var word = (comma < 0 ? value : value.substring(0, comma)).strip().toLowerCase(Locale.ROOT);
        var policy = Policy.of(word);
        if (policy.isPresent()) {
            tags.put(name, policy.get().text());
        } else if (name.equals("p")) {
            tags.put(name, meant(word).text());
        } else {
            tags.put(name, "");
        }
        if (comma >= 0) {
            var more = value.substring(comma + 1).replace(',', ';');
            of(DmarcRecord.read("v=DMARC1;" + more))
                    .drop("p")
                    .tags
                    .forEach((key, v) -> tags.putIfAbsent(key, v));
        }
    }

    private static Policy meant(String word) {
        if (word.startsWith("q")) {
            return Policy.QUARANTINE;
        }
        return word.startsWith("r") ? Policy.REJECT : Policy.NONE;
    }

    /// Addresses that a semicolon cut off from their list.
    private void takeStray(DmarcRecord record) {
        var stray =
                record.tags().faults().stream()
                        .map(fault -> fault.in(record.text()))
                        .filter(piece -> piece.indexOf('@') > 0 && piece.indexOf('=') < 0)
                        .toList();
        if (!stray.isEmpty()) {
            tags.put(
                    "rua",
                    addresses(
                            Stream.concat(
                                    Stream.of(tags.getOrDefault("rua", "")), stray.stream())));
        }
    }

    private static String addresses(Stream<String> lists) {
        return lists
                .flatMap(BETWEEN::splitAsStream)
                .map(piece -> repaired(piece))
                .filter(piece -> ReportUriReader.of(piece, 0).isUsable())
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .stream()
                .collect(Collectors.joining(","));
    }

    /// What looks like junk may be part of an address: it goes only where there is none otherwise.
    private static String repaired(String piece) {
        if (ReportUriReader.of(piece, 0).isUsable()) {
            return piece;
        }
        var clean = JUNK.matcher(piece).replaceAll("");
        if (ReportUriReader.of(clean, 0).isUsable()) {
            return clean;
        }
        var address = clean.replaceFirst("(?i)^(mailto)?[:/]*", "");
        return "mailto:" + address.replaceFirst("!.*", "");
    }

    /// The mailboxes of `rua` without size limits.
    RecordEdit withoutSizes() {
        for (var name : LISTS) {
            tags.computeIfPresent(
                    name, (_, value) -> value.replaceAll("![0-9]+[kmgtKMGT]?(?=,|$)", ""));
        }
        return this;
    }
}
