package se.nollan.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;

/** The three services, as the build leaves them. */
public enum Service {
    INGEST(Port.INGEST, Port.INGEST_MANAGEMENT),
    RULES(Port.RULES, Port.RULES_MANAGEMENT),
    PUBLISH(Port.PUBLISH, Port.PUBLISH_MANAGEMENT);

    final Port http;
    final Port management;

    Service(Port http, Port management) {
        this.http = http;
        this.management = management;
    }

    /** The name of its database and of its part of a path. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return word() + "-service";
    }

    Path jar(Path repository) {
        return repository.resolve(title()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** The native binary that {@code -Dnative} builds; its name has the version in it. */
    Path binary(Path repository) {
        Path target = repository.resolve(title()).resolve("target");
        try (DirectoryStream<Path> runners = Files.newDirectoryStream(target, title() + "-*-runner")) {
            Iterator<Path> found = runners.iterator();
            return found.hasNext() ? found.next() : target.resolve(title() + "-runner");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
