package se.nollan.local.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * A data directory of PostgreSQL in which Keycloak has made its tables and imported a realm. That takes Keycloak twenty
 * seconds of processor time, so it is done once for each realm file and copied from then on.
 *
 * @param data the data directory, to be copied
 * @param passwords by name: those of the roles in it, and of Keycloak's administrator
 */
record Template(Path data, Map<String, String> passwords) {

    private static final String DATA = "data";
    private static final String PASSWORDS = "passwords.properties";

    static Template prepare(Cache cache, Path distribution, Realm realm, Runnable firstTime) {
        Path folder = cache.folder(name(distribution, realm), made -> {
            firstTime.run();
            make(cache, distribution, realm, made);
        });
        Properties passwords = new Properties();
        try (InputStream in = Files.newInputStream(folder.resolve(PASSWORDS))) {
            passwords.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> byName = new TreeMap<>();
        passwords.stringPropertyNames().forEach(name -> byName.put(name, passwords.getProperty(name)));
        return new Template(folder.resolve(DATA), byName);
    }

    private static void make(Cache cache, Path distribution, Realm realm, Path folder) throws IOException {
        Path work = Files.createTempDirectory("nollan-template-");
        Postgres postgres =
                new Postgres(Set.of(Keycloak.DATABASE), Map.of(), Ports.free(), work.resolve("postgres"), cache);
        Login admin = new Login(Keycloak.ADMIN, Secrets.password());
        Keycloak keycloak = new Keycloak(distribution, postgres, realm, admin, Ports.free(), work.resolve("keycloak"));
        try {
            postgres.startFresh();
            keycloak.startFresh();
            keycloak.stop();
            postgres.stop();
            Files.move(postgres.data(), folder.resolve(DATA));
        } finally {
            keycloak.end(false);
            postgres.end(false);
            Folders.delete(work);
        }
        Properties passwords = new Properties();
        postgres.logins().forEach(login -> passwords.setProperty(login.user(), login.password()));
        passwords.setProperty(admin.user(), admin.password());
        try (OutputStream out = Files.newOutputStream(folder.resolve(PASSWORDS))) {
            passwords.store(out, null);
        }
    }

    /** Another realm, Keycloak or PostgreSQL is another template. */
    private static String name(Path distribution, Realm realm) {
        CRC32 hash = new CRC32();
        hash.update(realm.json().getBytes(StandardCharsets.UTF_8));
        String versions = distribution.getFileName() + Artifacts.version("postgresql");
        hash.update(versions.getBytes(StandardCharsets.UTF_8));
        return "keycloak-data-%08x".formatted(hash.getValue());
    }
}
