package se.nollan.local.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.nollan.ingest.profile.Profile;
import se.nollan.ingest.profile.ProfileReader;
import se.nollan.ingest.profile.SpillSpace;
import se.nollan.ingest.profile.UnknownWords;
import se.nollan.ingest.pseudonym.Pseudonyms;
import se.nollan.ingest.submission.Preview;
import se.nollan.ingest.submission.PreviewLines;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.Edition;
import se.nollan.rules.measure.Measure;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.measure.Register;
import se.nollan.rules.measure.RuleSet;
import se.nollan.rules.measure.Tally;

/** One profile, one delivery: what it makes of it, and what the measure would say. Nothing is kept. */
final class Trial {
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final long ROOM = 4L << 30;

    private final Profile profile;
    private final LocalDate today;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Channel> lines = new TreeMap<>();
    private final List<Contact> contacts = new ArrayList<>();
    private long repeated;

    Trial(Profile profile, LocalDate today) {
        this.profile = profile;
        this.today = today;
    }

    /**
     * What came of it.
     *
     * @param tallies by line and day, each line taken for a unit of its own
     * @param repeated contacts that have the id of an earlier one
     */
    record Result(Preview.Body made, List<Tally> tallies, long repeated) {}

    /** Reads a delivery's files. */
    Result of(List<Path> files) throws IOException {
        var words = new UnknownWords();
        var preview =
                new Preview(new PreviewLines(null), EARLIEST, today, Instant.now(), profile.notation(), this::keep);
        var spill = Files.createTempDirectory("nollan-check");
        try (var reader = new ProfileReader(profile, today, new SpillSpace(spill, ROOM), words)) {
            for (var file : files) {
                try (InputStream log = Files.newInputStream(file)) {
                    LogFile.of(file, log).each((part, body) -> reader.read(body, preview));
                }
            }
            reader.end(preview);
        } finally {
            Files.deleteIfExists(spill);
        }
        var tallies = new Measure(register(), PublicHolidays.sweden(), RuleSet.of(Edition.V2_0))
                .evaluate(contacts)
                .tallies();
        return new Result(preview.body(words), tallies, repeated);
    }

    private void keep(se.nollan.ingest.format.Contact contact, Pseudonyms.Keyed keyed) {
        if (!ids.add(keyed.id())) {
            repeated++;
            return;
        }
        var measured = MeasuredContact.of(contact, keyed);
        contacts.add(measured);
        lines.putIfAbsent(measured.line(), measured.channel());
        if (measured.firstLine() != null) {
            lines.putIfAbsent(measured.firstLine(), Channel.CHAT);
        }
    }

    /** The register is not known here: each line is a unit's main number, or its chat. */
    private Register register() {
        var units = new ArrayList<Register.Unit>();
        var known = new ArrayList<Register.Line>();
        lines.forEach((line, channel) -> {
            var chat = channel == Channel.CHAT;
            units.add(new Register.Unit(
                    line, "00", "provider", Register.UnitType.VARDCENTRAL, null, Register.Period.ALWAYS));
            known.add(new Register.Line(
                    line,
                    line,
                    chat ? Register.LineKind.CHAT : Register.LineKind.MAIN,
                    false,
                    !chat,
                    Register.Period.ALWAYS));
        });
        return new Register(units, known);
    }
}
