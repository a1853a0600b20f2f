package se.nollan.local.stack;

import java.nio.file.Path;
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
}
