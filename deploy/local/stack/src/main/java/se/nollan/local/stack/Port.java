package se.nollan.local.stack;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import se.nollan.local.parts.Program;

/** What listens where, unless the environment says otherwise. */
public enum Port {
    INGEST(8081, "ingest-service"),
    RULES(8082, "rules-service"),
    PUBLISH(8083, "publish-service"),
    INGEST_MANAGEMENT(9081, "health and metrics of ingest-service"),
    RULES_MANAGEMENT(9082, "health and metrics of rules-service"),
    PUBLISH_MANAGEMENT(9083, "health and metrics of publish-service"),
    KEYCLOAK(8180, "Keycloak"),
    POSTGRES(5433, "PostgreSQL"),
    KAFKA(9094, "Kafka");

    final int standard;
    final String user;

    Port(int standard, String user) {
        this.standard = standard;
        this.user = user;
    }

    /** The environment variable that changes it. */
    String variable() {
        return "NOLLAN_" + name() + "_PORT";
    }

    /** The fixed ports, each as its variable says, if it is set. */
    public static Map<Port, Integer> standard(Map<String, String> environment) {
        return all(port -> {
            String set = environment.getOrDefault(port.variable(), "");
            try {
                return set.isBlank() ? port.standard : Integer.parseInt(set.trim());
            } catch (NumberFormatException e) {
                throw new CannotGoOn(port.variable() + " is \"" + set + "\"; it must be a port number.", e);
            }
        });
    }

    /** Ports that are free now. */
    public static Map<Port, Integer> free() {
        return all(port -> Program.freePort());
    }

    private static Map<Port, Integer> all(ToIntFunction<Port> number) {
        return Arrays.stream(values())
                .collect(Collectors.toMap(
                        port -> port, number::applyAsInt, (a, b) -> a, () -> new EnumMap<>(Port.class)));
    }
}
