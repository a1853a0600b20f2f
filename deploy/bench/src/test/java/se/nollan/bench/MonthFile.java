package se.nollan.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/**
 * October 2026 of a fictional region as one file in the contact format: units with a main number, a menu choice and a chat each, some
 * 3 700 contacts a month and unit, day by day and unit by unit. Numbers from the ranges set aside for fiction; seeded.
 */
final class MonthFile {

    static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    static final int DAYS = 31;

    private static final int CONTACTS_A_UNIT = 3_700;
    private static final String[] KINDS = {"main", "menu", "chat"};
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final String HEADER =
            "id,line,channel,kind,origin,caller,contact,problem,createdAt,answeredAt,attempts,doneAt,"
                    + "offeredSameDay,chosenDate,cancelledAt,cancelledBy,firstLine\n";

    private final Random random = new Random(20_261_001);
    private final StringBuilder row = new StringBuilder(256);

    private MonthFile() {}

    static int units(int contacts) {
        return Math.max(2, contacts / CONTACTS_A_UNIT);
    }

    /** Writes the file, unless it is there. */
    static Path of(int contacts, Path folder) throws IOException {
        Path file = folder.resolve("contacts-" + contacts + ".csv");
        if (!Files.exists(file)) {
            try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                out.write(HEADER);
                MonthFile month = new MonthFile();
                for (int number = 0; number < contacts; number++) {
                    out.append(month.row(number, contacts));
                }
            }
        }
        return file;
    }

    private StringBuilder row(int number, int contacts) {
        long unitDay = (long) number * units(contacts) * DAYS / contacts;
        LocalDate day = FIRST.plusDays(unitDay / units(contacts));
        String line = KINDS[random.nextInt(KINDS.length)] + "-" + unitDay % units(contacts);
        boolean chat = line.startsWith("chat");
        String kind = chat ? "queue" : phoneKind();
        LocalDateTime created = day.atTime(7 + random.nextInt(11), random.nextInt(60), random.nextInt(60));
        boolean isCase = kind.equals("callback") || kind.equals("queue");
        boolean tried = kind.equals("callback") && random.nextInt(10) == 0;
        boolean chose = isCase && random.nextInt(25) == 0;
        row.setLength(0);
        row.append('c').append(number).append(',').append(line).append(chat ? ",chat," : ",phone,");
        row.append(kind).append(",,,");
        caller(chat);
        row.append(',').append(chat ? "problem-" + random.nextInt(4) : "");
        row.append(',').append(SECONDS.format(created));
        row.append(',').append(isCase && random.nextInt(100) < 85 ? SECONDS.format(answered(created)) : "");
        row.append(',').append(tried ? SECONDS.format(created.plusMinutes(random.nextInt(300))) : "");
        row.append(",,").append(chose ? "true" : "");
        row.append(',').append(chose ? day.plusDays(1) : "");
        return row.append(",,,\n");
    }

    private LocalDateTime answered(LocalDateTime created) {
        return random.nextInt(100) < 92
                ? created.plusSeconds(random.nextInt(5 * 3600))
                : created.plusDays(1 + random.nextInt(2));
    }

    private String phoneKind() {
        int percent = random.nextInt(100);
        if (percent < 70) {
            return "callback";
        } else if (percent < 80) {
            return "queue";
        }
        return percent < 90 ? "full" : percent < 96 ? "closed" : "aborted";
    }

    private void caller(boolean chat) {
        if (random.nextInt(50) == 0) {
            return;
        }
        int caller = random.nextInt(180);
        if (chat) {
            row.append("patient-").append(caller);
        } else if (caller < 90) {
            row.append("+467017406").append(10 + caller % 90);
        } else {
            row.append("+463139006").append(10 + caller % 90);
        }
    }
}
