package se.nollan.kubernetes.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of CloudNativePG's resources ({@code postgresql.cnpg.io/v1}, {@code barmancloud.cnpg.io/v1}) that Nollan uses, after its API
 * reference. There is no published model for Java.
 */
public final class CloudNativePg {

    private CloudNativePg() {}

    public record Cluster(String apiVersion, String kind, ObjectMeta metadata, ClusterSpec spec) {}

    public record ClusterSpec(
            int instances,
            String imageName,
            Bootstrap bootstrap,
            @Nullable Managed managed,
            Postgresql postgresql,
            Storage storage,
            ResourceRequirements resources,
            Affinity affinity,
            boolean enablePDB,
            @Nullable List<Plugin> plugins) {}

    public record Bootstrap(InitDb initdb) {}

    public record InitDb(
            String database,
            String owner,
            SecretName secret,
            boolean dataChecksums,
            String encoding,
            String localeProvider,
            String builtinLocale) {}

    public record SecretName(String name) {}

    public record Managed(List<Role> roles) {}

    public record Role(
            String name,
            String ensure,
            boolean login,
            boolean superuser,
            boolean createdb,
            boolean createrole,
            int connectionLimit,
            SecretName passwordSecret) {}

    public record Postgresql(
            @JsonProperty("pg_hba") List<String> pgHba,
            @Nullable Synchronous synchronous,
            Map<String, String> parameters) {}

    public record Synchronous(String method, int number, String dataDurability) {}

    public record Storage(String size, @Nullable String storageClass) {}

    public record Affinity(boolean enablePodAntiAffinity, String topologyKey, String podAntiAffinityType) {}

    public record Plugin(
            String name, @JsonProperty("isWALArchiver") boolean isWalArchiver, Map<String, String> parameters) {}

    public record ScheduledBackup(String apiVersion, String kind, ObjectMeta metadata, ScheduledBackupSpec spec) {}

    public record ScheduledBackupSpec(
            String schedule,
            String backupOwnerReference,
            ClusterName cluster,
            String method,
            PluginConfiguration pluginConfiguration) {}

    public record ClusterName(String name) {}

    public record PluginConfiguration(String name) {}

    public record ObjectStore(String apiVersion, String kind, ObjectMeta metadata, ObjectStoreSpec spec) {}

    public record ObjectStoreSpec(String retentionPolicy, StoreConfiguration configuration) {}

    public record StoreConfiguration(
            String destinationPath,
            String endpointURL,
            S3Credentials s3Credentials,
            Compression wal,
            Compression data) {}

    public record S3Credentials(SecretKey accessKeyId, SecretKey secretAccessKey) {}

    public record Compression(String compression) {}
}
