package se.nollan.ingest.profile;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The layouts that this installation can read: those built in, and those of its own folder, which is read again when it changes. */
@ApplicationScoped
public class Profiles {
    /** The contact format itself, in both encodings. */
    public static final String CANONICAL = "canonical";

    private static final Logger LOG = Logger.getLogger(Profiles.class);

    private final Map<String, Profile> builtIn = ProfileFolder.builtIn();
    private final Optional<Path> folder;
    private volatile Known known;
    private volatile String state = "";

    private record Known(Map<String, Profile> byName, Map<String, Profile> bySystem) {}

    /** @throws InvalidProfile when one of the installation's own profiles cannot be used: the service does not start */
    public Profiles(@ConfigProperty(name = "nollan.profiles.dir") Optional<Path> folder) {
        this.folder = folder;
        folder.ifPresent(present -> state = ProfileFolder.state(present));
        known = known(folder.map(ProfileFolder::own).orElse(Map.of()));
    }

    /**
     * A profile that is not among them.
     *
     * @throws InvalidProfile naming {@code file} and every problem
     */
    public static Profile read(String file, InputStream yaml) throws IOException {
        return ProfileFile.read(file, yaml);
    }

    /** The name of the layout that a system's logs have unless a submission says otherwise. */
    public String defaultFor(String system) {
        var profile = known.bySystem().get(system);
        return profile == null ? CANONICAL : profile.name();
    }

    /** The profile of that name; null: there is none, or it is {@link #CANONICAL}. */
    public @Nullable Profile named(String name) {
        return known.byName().get(name);
    }

    /** All of them, by name. */
    List<Profile> all() {
        return List.copyOf(known.byName().values());
    }

    /** All names, for an answer that says what there is to choose from. */
    public Set<String> names() {
        var names = new TreeSet<>(known.byName().keySet());
        names.add(CANONICAL);
        return names;
    }

    /** Reads the folder again when something in it has changed; what cannot be used leaves everything as it was. */
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void readAgain() {
        folder.ifPresent(present -> {
            try {
                var now = ProfileFolder.state(present);
                if (!now.equals(state)) {
                    state = now;
                    known = known(ProfileFolder.own(present));
                    LOG.infof("The profiles in %s were read again: %s", present, names());
                }
            } catch (RuntimeException e) {
                LOG.errorf("The profiles stay as they were. %s", e.getMessage());
            }
        });
    }

    private Known known(Map<String, Profile> own) {
        var byName = new TreeMap<>(builtIn);
        byName.putAll(own);
        var bySystem = new TreeMap<String, Profile>();
        builtIn.values().stream()
                .filter(profile -> byName.get(profile.name()) == profile)
                .forEach(profile -> profile.systems().forEach(system -> bySystem.put(system, profile)));
        own.values().forEach(profile -> profile.systems().forEach(system -> bySystem.put(system, profile)));
        return new Known(byName, bySystem);
    }
}
