package se.nollan.ingest.profile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files from the field and the profiles that they are read by. */
final class FieldFiles {
    private FieldFiles() {}

    /** A file and the profile that reads it. */
    record Known(String file, byte[] body, Profile profile) {}

    /** The profiles of the test, by name. */
    static Map<String, String> profiles() {
        var byName = new HashMap<String, String>();
        for (var one : List.of(new String(bytes("profiles.yaml"), StandardCharsets.UTF_8).split("\n---\n"))) {
            byName.put(one.lines().findFirst().orElseThrow().replaceAll("profile: (\\S+).*", "$1"), one);
        }
        return byName;
    }

    /** A file's bytes. */
    static byte[] bytes(String file) {
        try (var bytes = FieldFiles.class.getResourceAsStream("/field/" + file)) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Each file with a profile of its form; profiles that cannot be used are left out. */
    static List<Known> all() throws IOException {
        var profiles = profiles();
        var known = new ArrayList<Known>();
        for (var row : FieldTest.CASES.lines().toList()) {
            var cells = row.split("\\|");
            var name = cells[1].strip();
            if (!row.contains("unusable:")) {
                var profile = name.startsWith("!")
                        ? ProfileFolder.builtIn().get(name.substring(1))
                        : ProfileFile.read(
                                name,
                                new ByteArrayInputStream(profiles.get(name).getBytes(StandardCharsets.UTF_8)));
                known.add(new Known(cells[0].strip(), bytes(cells[0].strip()), profile));
            }
        }
        return known;
    }
}
