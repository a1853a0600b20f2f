package se.nollan.rules.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A month of a real call centre, January 1999, read straight from its log: the core's part of the figure that the whole path gives. */
@EnabledIfEnvironmentVariable(named = "NOLLAN_DATA", matches = ".+", disabledReason = "NOLLAN_DATA names no data")
class CallCentreMonthTest {

    private static final Register REGISTER = new Register(
            List.of(new Register.Unit(
                    "SE2321000214-E000000000009",
                    "23",
                    "232100-0214",
                    Register.UnitType.VARDCENTRAL,
                    null,
                    Register.Period.ALWAYS)),
            List.of(new Register.Line(
                    "AA", "SE2321000214-E000000000009", Register.LineKind.MAIN, false, true, Register.Period.ALWAYS)));

    @Test
    void aRealMonthGives14910HitsOf16126() throws IOException {
        Path log = Path.of(System.getenv("NOLLAN_DATA"), "technion", "1999-01_january.txt");
        List<Contact> contacts = new ArrayList<>();
        int answeredBeforeTheyCameIn = 0;
        int destroyedCallers = 0;
        for (String row : Files.readAllLines(log, StandardCharsets.US_ASCII)) {
            String[] cells = row.split("\t", -1);
            if (cells[0].equals("vru+line") || cells[12].equals("PHANTOM")) {
                continue;
            }
            if (cells[2].contains("E+")) {
                destroyedCallers++;
                continue;
            }
            Contact contact = contact(cells);
            if (contact.answeredAt() != Contact.NONE && contact.answeredAt() < contact.createdAt()) {
                answeredBeforeTheyCameIn++;
            } else {
                contacts.add(contact);
            }
        }
        List<Tally> tallies = new Measure(REGISTER, PublicHolidays.sweden(), RuleSet.of(Edition.V2_0))
                .evaluate(contacts)
                .tallies();
        assertThat(answeredBeforeTheyCameIn).isEqualTo(3);
        assertThat(destroyedCallers).isEqualTo(24);
        assertThat(contacts).hasSize(31_332);
        assertThat(tallies.stream().mapToLong(Tally::hits).sum()).isEqualTo(14_910);
        assertThat(tallies.stream().mapToLong(Tally::counted).sum()).isEqualTo(16_126);
    }

    private static Contact contact(String[] cells) {
        boolean leftInMenu = cells[12].equals("HANG") && cells[9].equals("0:00:00");
        boolean answered = cells[12].equals("AGENT");
        String answer = !cells[13].equals("0:00:00") ? cells[13] : !cells[10].equals("0:00:00") ? cells[10] : cells[7];
        return new Contact(
                new ContactId("p", "s", String.join("-", cells[0], cells[1], cells[5], cells[6])),
                "AA",
                Channel.PHONE,
                leftInMenu ? Contact.Kind.ABORTED : Contact.Kind.QUEUE,
                Contact.Origin.PATIENT,
                Contact.Caller.PATIENT,
                cells[2].equals("0") ? null : cells[2],
                null,
                at(cells[5], cells[6]),
                answered ? at(cells[5], answer) : Contact.NONE,
                Contact.NO_ATTEMPTS,
                Contact.NONE,
                false,
                null,
                Contact.NONE,
                null,
                null);
    }

    /** Hours of 24 and more belong to the next day. */
    private static long at(String yymmdd, String time) {
        String[] parts = time.split(":");
        long seconds = Long.parseLong(parts[0]) * 3600 + Long.parseLong(parts[1]) * 60 + Long.parseLong(parts[2]);
        LocalDate date = LocalDate.of(
                1900 + Integer.parseInt(yymmdd.substring(0, 2)),
                Integer.parseInt(yymmdd.substring(2, 4)),
                Integer.parseInt(yymmdd.substring(4)));
        return date.atStartOfDay()
                .plusSeconds(seconds)
                .atZone(Day.STOCKHOLM)
                .toInstant()
                .toEpochMilli();
    }
}
