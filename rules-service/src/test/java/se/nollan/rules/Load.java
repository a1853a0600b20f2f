package se.nollan.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import se.nollan.local.parts.LocalParts;

/** A month of contacts of a fictional region: 30 units, three phone lines and a chat each, seeded. */
final class Load {

    static final int UNITS = 30;
    static final int DAYS = 31;
    static final int LINES = 4;
    private static final int ROUNDS = 6;
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);

    private Load() {}

    static String register(long version) {
        Ingest.Register register = new Ingest.Register(version).provider("p");
        for (int unit = 1; unit <= UNITS; unit++) {
            register.unit(Ingest.unit(unit), "23", "p", "vardcentral", null);
            for (int line = 0; line < LINES; line++) {
                register.line(line(unit, line), Ingest.unit(unit), line == LINES - 1 ? "chat" : "main", true);
            }
        }
        return register.json();
    }

    private static String line(int unit, int line) {
        return "line-" + unit + "-" + line;
    }

    /** One message a unit-day, as ingest-service sends a month: its key, then its body. */
    static List<Map.Entry<String, String>> messages(int contacts, long revision, long seed) {
        Random random = new Random(seed);
        List<Map.Entry<String, String>> messages = new ArrayList<>();
        int perSlice = contacts / (UNITS * DAYS * LINES);
        for (int unit = 1; unit <= UNITS; unit++) {
            for (int day = 0; day < DAYS; day++) {
                LocalDate date = FIRST.plusDays(day);
                Ingest.Slice[] slices = new Ingest.Slice[LINES];
                for (int line = 0; line < LINES; line++) {
                    slices[line] = new Ingest.Slice(
                            "p",
                            line(unit, line),
                            date.toString(),
                            revision,
                            List.of(Ingest.unit(unit)),
                            contacts(unit, date, line, perSlice, random));
                }
                messages.add(Map.entry(Ingest.unit(unit), Ingest.contacts(1, Ingest.unit(unit), slices)));
            }
        }
        return messages;
    }

    private static List<Map<String, Object>> contacts(int unit, LocalDate date, int line, int count, Random random) {
        long start = date.atTime(7, 0)
                .atZone(ZoneId.of("Europe/Stockholm"))
                .toInstant()
                .toEpochMilli();
        boolean chat = line == LINES - 1;
        List<Map<String, Object>> contacts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long created = start + random.nextInt(10 * 3_600_000);
            String id = "%d-%s-%d-%05d".formatted(unit, date, line, i);
            String kind = chat
                    ? "queue"
                    : List.of("callback", "callback", "callback", "queue", "full", "closed")
                            .get(random.nextInt(6));
            Map<String, Object> contact = Ingest.contact(
                    id,
                    chat ? "chat" : "phone",
                    kind,
                    time(created),
                    "contact",
                    Ingest.caller(random.nextInt(count * 3)));
            if (!kind.equals("full") && !kind.equals("closed") && random.nextInt(10) > 0) {
                contact.put("answeredAt", time(created + random.nextInt(12 * 3_600_000)));
            }
            contacts.add(contact);
        }
        return contacts;
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    /**
     * Starts the service and its parts, sends it a month several times, each time with other contacts, and tells how long it takes until
     * all of them are evaluated: message in, stored, result out, fsync on. The first round warms up.
     */
    public static void main(String[] arguments) {
        int contacts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300_000;
        try (LocalParts parts = LocalParts.start(LocalParts.plan()
                        .postgres("rules")
                        .kafka(RulesParts.deploy().resolve("contracts/asyncapi.yaml")));
                Replica service = Replica.start(RulesParts.settings(parts));
                Broker broker = new Broker(parts.kafka().bootstrap());
                KafkaConsumer<String, byte[]> progress = broker.consumer("progress")) {
            System.out.println("The service listens on port " + service.port());
            broker.send("register", "register", "register", register(1));
            progress.seekToEnd(progress.assignment());
            progress.poll(Duration.ofMillis(100));
            for (long round = 1; round <= ROUNDS; round++) {
                send(broker, progress, contacts, round);
            }
        }
    }

    private static void send(Broker broker, KafkaConsumer<String, byte[]> progress, int contacts, long round) {
        List<Map.Entry<String, String>> messages = messages(contacts, round, 7 + round);
        long bytes = messages.stream()
                .mapToLong(message -> message.getValue().length())
                .sum();
        long start = System.nanoTime();
        messages.forEach(message -> broker.sendSoon("contacts", message.getKey(), "contacts", message.getValue()));
        broker.flush();
        long sent = System.nanoTime();
        for (int evaluated = 0; evaluated < UNITS * DAYS * LINES; ) {
            for (ConsumerRecord<String, byte[]> message : progress.poll(Duration.ofMillis(100))) {
                evaluated += Broker.json(message).get("slices").size();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "Round %d: %d contacts, %d bytes: sent in %.2f s, evaluated in %.2f s, %.0f contacts/s%n",
                round, contacts, bytes, (sent - start) / 1e9, seconds, contacts / seconds);
    }
}
