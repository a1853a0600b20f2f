package se.nollan.local.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.TimeText;
import se.nollan.ingest.format.UnreadableBody;
import se.nollan.ingest.profile.InvalidProfile;
import se.nollan.ingest.profile.Profile;
import se.nollan.ingest.profile.Profiles;

/** {@code deploy/local/profile}: tries a profile on a log. */
public final class ProfileCheck {
    static final int DONE = 0;
    static final int WRONG = 1;
    static final int MISUSED = 2;

    private static final String USAGE = """
            usage: deploy/local/profile check PROFILE LOG…
                   deploy/local/profile list
              PROFILE  a profile's file, or the name of a built-in one
              LOG      the files of one delivery: as they are, gzip, or a zip
            Tells what is made of the log, what is left out and why, what is in error, what the profile does not speak of, and what the
            measure would say. Nothing is stored or sent. 0: every row is accounted for; 1: the profile or rows of the log are wrong.""";

    private final PrintStream out;

    ProfileCheck(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(new ProfileCheck(new PrintStream(System.out, true, StandardCharsets.UTF_8)).run(arguments));
    }

    int run(String... arguments) {
        var words = List.of(arguments);
        if (words.equals(List.of("list"))) {
            new Profiles(Optional.empty()).names().forEach(out::println);
            return DONE;
        }
        if (words.size() < 3 || !words.get(0).equals("check")) {
            out.println(USAGE);
            return words.contains("--help") || words.contains("-h") ? DONE : MISUSED;
        }
        try {
            return check(
                    words.get(1),
                    words.subList(2, words.size()).stream().map(Path::of).toList());
        } catch (InvalidProfile | UnreadableBody e) {
            out.println(e.getMessage());
            return WRONG;
        } catch (IOException e) {
            out.println("The file " + e.getMessage() + " cannot be read.");
            return MISUSED;
        }
    }

    private int check(String named, List<Path> log) throws IOException {
        var profile = profile(named);
        if (profile == null) {
            out.println("There is no file " + named + ", and no such built-in profile. Built in are "
                    + String.join(", ", new Profiles(Optional.empty()).names()) + ".");
            return MISUSED;
        }
        for (var file : log) {
            if (!Files.isReadable(file)) {
                out.println("The file " + file + " cannot be read.");
                return MISUSED;
            }
        }
        var result = new Trial(profile, LocalDate.now(TimeText.STOCKHOLM)).of(log);
        out.print(TrialText.of(result));
        return result.made().errorCounts().isEmpty() ? DONE : WRONG;
    }

    private static @Nullable Profile profile(String named) throws IOException {
        var file = Path.of(named);
        if (Files.isRegularFile(file)) {
            try (InputStream yaml = Files.newInputStream(file)) {
                return Profiles.read(named, yaml);
            }
        }
        return new Profiles(Optional.empty()).named(named);
    }
}
