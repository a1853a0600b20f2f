package se.nollan.ingest.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a coordinator wants her regions' register to be: a whole document, or the entries of one id. */
sealed interface RegisterProposal {

    /**
     * The whole document that it comes to.
     *
     * @param own what stands of her regions
     * @param findings gets what is wrong with the proposal itself
     */
    Map<?, ?> document(RegisterContent own, List<RegisterFinding> findings);

    /** What it takes the place of, or has become: what an entity tag of it names. */
    RegisterContent of(RegisterContent own);

    /** Findings about the whole document, told by the places of the proposal. */
    List<RegisterFinding> told(Map<?, ?> document, List<RegisterFinding> findings);

    /** The whole of her regions. */
    record Whole(Map<?, ?> document) implements RegisterProposal {
        @Override
        public Map<?, ?> document(RegisterContent own, List<RegisterFinding> findings) {
            return document;
        }

        @Override
        public RegisterContent of(RegisterContent own) {
            return own;
        }

        @Override
        public List<RegisterFinding> told(Map<?, ?> whole, List<RegisterFinding> findings) {
            return findings;
        }
    }

    /** The kinds of entries. */
    enum Kind {
        PROVIDERS("providers"),
        UNITS("units"),
        LINES("lines");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static @Nullable Kind of(String word) {
            for (var kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            return null;
        }
    }

    /**
     * The entries of one id, each with its days.
     *
     * @param entries none: the id goes
     * @param providers that a new unit brings with it
     */
    record Part(Kind kind, String id, List<Map<?, ?>> entries, List<Map<?, ?>> providers) implements RegisterProposal {
        private static final Pattern PLACE = Pattern.compile("(providers|units|lines)\\[(\\d+)](.*)");

        @Override
        public Map<?, ?> document(RegisterContent own, List<RegisterFinding> findings) {
            var canonical = RegisterJson.canonical(own).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            var document = new LinkedHashMap<String, Object>();
            RegisterJson.parse(canonical)
                    .orElseThrow(IllegalStateException::new)
                    .forEach((kind, standing) -> document.put(
                            kind.toString(), merged(Kind.of(kind.toString()), (List<?>) standing, findings)));
            return document;
        }

        /** The proposed entries first, so that their places are those of the proposal. */
        private List<Object> merged(@Nullable Kind of, List<?> standing, List<RegisterFinding> findings) {
            var merged = new ArrayList<>();
            if (of == kind) {
                for (var i = 0; i < entries.size(); i++) {
                    merged.add(named(entries.get(i), "entries[" + i + "]", findings));
                }
            } else if (of == Kind.PROVIDERS) {
                merged.addAll(providers);
            }
            var brought = of == Kind.PROVIDERS && of != kind ? ids(providers) : List.<Object>of();
            for (var entry : standing) {
                var known = ((Map<?, ?>) entry).get("id");
                if (!(of == kind && id.equals(known)) && !brought.contains(known)) {
                    merged.add(entry);
                }
            }
            return merged;
        }

        private Map<?, ?> named(Map<?, ?> entry, String path, List<RegisterFinding> findings) {
            var named = new LinkedHashMap<Object, Object>(entry);
            var said = named.putIfAbsent("id", id);
            if (said != null && !said.equals(id)) {
                findings.add(RegisterFinding.error(
                        path + ".id",
                        "other-id",
                        "The entry has another id than the address. Leave it out, or correct it."));
            }
            return named;
        }

        private static List<Object> ids(List<Map<?, ?>> entries) {
            var ids = new ArrayList<>();
            entries.forEach(entry -> ids.add(entry.get("id")));
            return ids;
        }

        @Override
        public RegisterContent of(RegisterContent own) {
            return new RegisterContent(
                    kind == Kind.PROVIDERS ? those(own.providers()) : List.of(),
                    kind == Kind.UNITS ? those(own.units()) : List.of(),
                    kind == Kind.LINES ? those(own.lines()) : List.of());
        }

        private <E extends RegisterEntry> List<E> those(List<E> all) {
            return all.stream().filter(entry -> entry.id().equals(id)).toList();
        }

        @Override
        public List<RegisterFinding> told(Map<?, ?> document, List<RegisterFinding> findings) {
            return findings.stream().map(finding -> told(document, finding)).toList();
        }

        /** By the place in the proposal, or by the id of what stands and would no longer make sense. */
        private RegisterFinding told(Map<?, ?> document, RegisterFinding finding) {
            var place = PLACE.matcher(finding.path());
            var path = place.matches() ? told(document, place) : finding.path();
            // A provider that no unit has belongs to no region.
            return finding.code().equals("idle-provider") && kind == Kind.PROVIDERS && !entries.isEmpty()
                    ? RegisterFinding.error(
                            path,
                            finding.code(),
                            "No unit has this provider. It comes with its first unit: send it with that.")
                    : new RegisterFinding(path, finding.code(), finding.severity(), finding.message());
        }

        private String told(Map<?, ?> document, Matcher place) {
            var of = place.group(1);
            var number = Integer.parseInt(place.group(2));
            if (of.equals(kind.word()) && number < entries.size()) {
                return "entries[" + number + "]" + place.group(3);
            }
            if (of.equals("providers") && kind != Kind.PROVIDERS && number < providers.size()) {
                return "providers[" + number + "]" + place.group(3);
            }
            return document.get(of) instanceof List<?> list && list.get(number) instanceof Map<?, ?> entry
                    ? of + "[" + entry.get("id") + "]" + place.group(3)
                    : place.group();
        }
    }
}
