package se.nollan.local.parts;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Keycloak unpacked and built for what we use of it: half a minute the first time, then kept. */
final class KeycloakDistribution {

    /** Options that Keycloak wants to know when it is built. No health: that would open a second port. */
    private static final List<String> OPTIONS = List.of(
            "--db=postgres",
            "--health-enabled=false",
            "--features-disabled=ciba,device-flow,par,kerberos,organization");

    private KeycloakDistribution() {}

    static Path prepare(Cache cache, Runnable firstTime) {
        return cache.folder(name(), folder -> {
            firstTime.run();
            Archive.unpackTarGz(Artifacts.archive("keycloak"), folder);
            Path log = Files.createTempFile("keycloak-build", ".log");
            try {
                List<String> words =
                        new ArrayList<>(List.of(folder.resolve("bin/kc.sh").toString(), "build"));
                words.addAll(OPTIONS);
                new Command("Keycloak's build", words).run(log);
            } finally {
                Files.delete(log);
            }
        });
    }

    /** Other options are another build, and so another folder. */
    private static String name() {
        CRC32 hash = new CRC32();
        hash.update(String.join(" ", OPTIONS).getBytes(StandardCharsets.UTF_8));
        return "keycloak-%s-%08x".formatted(Artifacts.version("keycloak"), hash.getValue());
    }
}
