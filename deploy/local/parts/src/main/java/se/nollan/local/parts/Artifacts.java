package se.nollan.local.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Where the build found what the parts are started from: files of Maven's local repository. */
final class Artifacts {

    private static final Properties FOUND = load();

    private Artifacts() {}

    static String version(String part) {
        return FOUND.getProperty(part + ".version");
    }

    static String classPath(String part) {
        String classPath = FOUND.getProperty(part + ".classpath");
        for (String jar : classPath.split(":")) {
            require(Path.of(jar));
        }
        return classPath;
    }

    static Path archive(String part) {
        return require(Path.of(FOUND.getProperty(part + ".archive")));
    }

    private static Path require(Path file) {
        if (!Files.isReadable(file)) {
            throw new PartFailed(file + " is gone from Maven's local repository. Build again: ./mvnw verify");
        }
        return file;
    }

    private static Properties load() {
        Properties properties = new Properties();
        try (InputStream in = Artifacts.class.getResourceAsStream("artifacts.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
