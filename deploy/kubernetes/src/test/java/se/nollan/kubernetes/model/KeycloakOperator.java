package se.nollan.kubernetes.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;

/**
 * The part of the Keycloak operator's resources ({@code k8s.keycloak.org/v2alpha1}) that Nollan uses, after its source of version 26. The operator's own
 * model is not in Maven Central.
 */
public final class KeycloakOperator {

    private KeycloakOperator() {}

    public record Keycloak(String apiVersion, String kind, ObjectMeta metadata, KeycloakSpec spec) {}

    public record KeycloakSpec(
            int instances,
            Db db,
            Http http,
            Hostname hostname,
            Proxy proxy,
            Enabled ingress,
            Enabled networkPolicy,
            BootstrapAdmin bootstrapAdmin,
            Features features,
            List<Option> additionalOptions,
            ResourceRequirements resources) {}

    public record Db(String vendor, String url, SecretKey usernameSecret, SecretKey passwordSecret) {}

    public record Http(boolean httpEnabled, String tlsSecret) {}

    public record Hostname(String hostname, boolean strict, boolean backchannelDynamic) {}

    public record Proxy(String headers) {}

    public record Enabled(boolean enabled) {}

    public record BootstrapAdmin(AdminUser user) {}

    public record AdminUser(String secret) {}

    public record Features(List<String> disabled) {}

    public record Option(String name, String value) {}

    public record RealmImport(String apiVersion, String kind, ObjectMeta metadata, RealmImportSpec spec) {}

    public record RealmImportSpec(
            String keycloakCRName,
            ResourceRequirements resources,
            Map<String, Placeholder> placeholders,
            JsonNode realm) {}

    public record Placeholder(SecretKey secret) {}
}
