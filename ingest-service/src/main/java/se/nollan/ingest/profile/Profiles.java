package se.nollan.ingest.profile;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.pseudonym.SourceNotation;

/** The layouts that this installation can read. */
@ApplicationScoped
public class Profiles {
    /** The contact format itself, in both encodings. */
    public static final String CANONICAL = "canonical";

    private final Map<String, Profile> byName = new TreeMap<>();

    /** @throws InvalidProfile when one of the installation's own profiles cannot be used: the service does not start */
    public Profiles(@ConfigProperty(name = "nollan.profiles.dir") Optional<Path> folder) {
        folder.ifPresent(this::readFolder);
    }

    /** The name of the layout that a system's logs have unless a submission says otherwise. */
    public String defaultFor(String system) {
        return byName.values().stream()
                .filter(profile -> profile.systems().contains(system))
                .map(Profile::name)
                .findFirst()
                .orElse(CANONICAL);
    }

    /** The profile of that name; null: there is none, or it is {@link #CANONICAL}. */
    public @Nullable Profile named(String name) {
        return byName.get(name);
    }

    /** All names, for an answer that says what there is to choose from. */
    public Set<String> names() {
        var names = new TreeSet<>(byName.keySet());
        names.add(CANONICAL);
        return names;
    }

    /** The encoding of the layout of that name. */
    public Charset charset(String name) {
        var profile = byName.get(name);
        return profile == null ? StandardCharsets.UTF_8 : profile.charset();
    }

    /** How the layout of that name writes callers and ids. */
    public SourceNotation notation(String name) {
        var profile = byName.get(name);
        return profile == null ? SourceNotation.USUAL : profile.notation();
    }

    private void readFolder(Path folder) {
        try (var files = Files.list(folder)) {
            List<Path> yaml = new ArrayList<>();
            files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(yaml::add);
            for (var file : yaml) {
                add(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of profiles, " + folder + ", cannot be read", e);
        }
    }

    private void add(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            var profile = ProfileFile.read(file.toString(), content);
            for (var other : byName.values()) {
                if (other.systems().stream().anyMatch(profile.systems()::contains)) {
                    throw new InvalidProfile(
                            file.toString(),
                            List.of("the profile " + other.name() + " is the default of the same system"));
                }
            }
            if (byName.put(profile.name(), profile) != null) {
                throw new InvalidProfile(file.toString(), List.of("another file has a profile of the same name"));
            }
        }
    }
}
