package se.nollan.ingest.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit of primary care, or one that is in the register so that its contacts can be told apart.
 *
 * @param id HSA-id
 * @param region county code
 * @param provider id of the provider that answers for it
 * @param parent the unit that this branch belongs to (S-4); null for a unit of its own
 * @param aliases local codes, such as Kombika
 * @param target minutes to callback; null: none set
 * @param shared the units whose calls cannot be told apart on the lines of this one, which is none itself; empty for a real unit
 */
public record Unit(
        String id,
        String name,
        String region,
        String provider,
        Type type,
        @Nullable String parent,
        List<String> aliases,
        @Nullable Integer target,
        List<String> shared,
        Period period)
        implements RegisterEntry {

    public Unit {
        aliases = aliases.stream().distinct().sorted().toList();
        shared = shared.stream().distinct().sorted().toList();
    }

    /** The same on other days. */
    Unit on(Period days) {
        return new Unit(id, name, region, provider, type, parent, aliases, target, shared, days);
    }

    /** What kind of care. */
    public enum Type implements Word {
        VARDCENTRAL("vardcentral"),
        REHAB("rehab"),
        JOURCENTRAL("jourcentral"),
        NARAKUT("narakut"),
        FORSTA_LINJEN("forsta-linjen"),
        OVRIG_PRIMARVARD("ovrig-primarvard"),
        /** 1177 sjukvårdsrådgivning, shown on its own (S-2). */
        ADVICE_1177("1177"),
        ANNAN_VARDNIVA("annan-vardniva");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
