package se.nollan.ingest.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Limits;
import se.nollan.ingest.pseudonym.SourceNotation;

/** Reads a profile from YAML and tells everything that is wrong with it at once, by line. The form is described in the README. */
final class ProfileFile {
    private static final Set<String> KEYS =
            Set.of("profile", "about", "systems", "zone", "decimal", "callers", "files");

    private ProfileFile() {}

    /** @throws InvalidProfile naming {@code file} and every problem */
    static Profile read(String file, InputStream yaml) throws IOException {
        var problems = new ProfileNode.Problems();
        var text = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        var root = ProfileNode.of(text, problems);
        var profile = problems.texts().isEmpty() ? profile(root, text) : null;
        if (profile == null || !problems.texts().isEmpty()) {
            throw new InvalidProfile(file, problems.texts());
        }
        return profile;
    }

    private static Profile profile(ProfileNode root, String text) {
        var name = root.get("profile").text("");
        if (!name.matches("[a-z0-9][a-z0-9-]{0,63}") || name.equals(Profiles.CANONICAL)) {
            root.get("profile")
                    .problem("its name: lower-case letters, digits and hyphens, and not '" + Profiles.CANONICAL + "'");
        }
        @Nullable ZoneId zone = root.has("zone") ? TimeSyntax.zone(root.get("zone")) : null;
        var decimal = root.get("decimal").text(".");
        if (!decimal.equals(".") && !decimal.equals(",")) {
            root.get("decimal").problem("the sign before decimals: \".\" or \",\"");
        }
        var notation = notation(root);
        var syntax = new LayoutSyntax(zone, decimal, notation, Limits.DEFAULT);
        var layouts = new ArrayList<Layout>();
        if (root.has("files")) {
            root.allow(KEYS);
            root.get("files").entries().values().forEach(one -> layouts.add(syntax.layout(one, Set.of())));
        } else {
            layouts.add(syntax.layout(root, KEYS));
        }
        return new Profile(
                name,
                Set.copyOf(root.get("systems").texts()),
                List.copyOf(layouts),
                notation,
                CapabilitySheet.of(root.get("about"), name),
                text);
    }

    private static SourceNotation notation(ProfileNode root) {
        var callers = root.get("callers");
        callers.allow("outsideLine", "leadingZeroLost", "withheld");
        var outsideLine = callers.get("outsideLine").text("");
        if (!outsideLine.matches("\\d{0,3}")) {
            callers.get("outsideLine").problem("the digits that are dialled first, as \"0\"");
        }
        return new SourceNotation(
                outsideLine,
                callers.get("leadingZeroLost").flag(false),
                Set.copyOf(callers.get("withheld").texts()),
                isHashed(root) || root.get("files").entries().values().stream().anyMatch(ProfileFile::isHashed));
    }

    private static boolean isHashed(ProfileNode layout) {
        return layout.get("fields").get("id").has("hashed");
    }
}
