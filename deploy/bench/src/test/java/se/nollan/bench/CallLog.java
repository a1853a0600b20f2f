package se.nollan.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The calls of {@link MonthFile}'s region as a telephone system writes them: some rows for each call, those of calls at the same time mixed, a callback's
 * own rows hours later. The columns are those that the profile {@code puzzel-call-events} reads, with some that it does not.
 */
final class CallLog {

    private static final String HEADER =
            "rec_id,customer_key,call_id,call_sequence,media_type_id,dte_start,duration_tot_sec,"
                    + "duration_speak_sec,dte_speak_start,source,destination,queue_key,menue_key,menue_choice,agent_id,event_type,"
                    + "result_code,answered,ciq,internal_iq_session_id,dte_updated\n";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");
    // Calls that are under way at a time, whose rows are mixed.
    private static final int AT_ONCE = 400;

    private final Random random;
    private final long firstCall;
    private final StringBuilder[] open = new StringBuilder[AT_ONCE];
    private long record = 41_000_000;

    private CallLog(int number) {
        random = new Random(20_261_002 + number);
        firstCall = 212_597_719_521_116_831L + number * 1_000_000_000_000L;
    }

    /**
     * Writes the log in several files, unless they are there. The rows of a call are in one of them.
     *
     * @param calls in all
     */
    static List<Path> of(int calls, int files, Path folder) throws IOException {
        List<Path> log = new ArrayList<>();
        for (int number = 0; number < files; number++) {
            Path file = folder.resolve("calls-" + calls + "-" + number + "-of-" + files + ".csv");
            if (!Files.exists(file)) {
                try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                    out.write(HEADER);
                    new CallLog(number).write(calls / files, out);
                }
            }
            log.add(file);
        }
        return log;
    }

    private void write(int calls, Writer out) throws IOException {
        int units = MonthFile.units(calls);
        for (int number = 0; number < calls + AT_ONCE; number++) {
            int place = random.nextInt(AT_ONCE);
            if (number >= calls) {
                place = number - calls;
            }
            if (open[place] != null) {
                out.append(open[place]);
            }
            open[place] = number < calls ? call(number, calls, units) : null;
        }
    }

    // A call is delivered again whole when something comes to it: its rows have the same time.
    private String updated = "";

    private StringBuilder call(int number, int calls, int units) {
        long unitDay = (long) number * units * MonthFile.DAYS / calls;
        LocalDateTime start = MonthFile.FIRST
                .plusDays(unitDay / units)
                .atTime(8 + random.nextInt(9), random.nextInt(60), random.nextInt(60), 640_000_000);
        String line = "main-" + unitDay % units;
        String call = Long.toString(firstCall + number * 7_919L);
        String source = "0701740" + (600 + random.nextInt(100));
        StringBuilder rows = new StringBuilder(1_400);
        updated = TIME.format(start.plusHours(5));
        row(rows, call, 1, start, source, "46980319200", "NULL", "NULL", "i", "NULL", "NULL", "NULL", "NULL");
        row(rows, call, 2, start, source, "NULL", "NULL", "huvudmeny", "m", "k", "NULL", "NULL", "NULL");
        LocalDateTime queued = start.plusSeconds(20);
        row(rows, call, 3, queued, source, "NULL", line, "NULL", "q", "q", "NULL", "NULL", "NULL");
        int attempts = random.nextInt(10) < 9 ? 1 : 2;
        for (int attempt = 1; attempt <= attempts; attempt++) {
            LocalDateTime called = start.plusMinutes(30 * attempt + random.nextInt(60));
            boolean answered = attempt == attempts;
            row(
                    rows,
                    call,
                    3 + 2 * attempt,
                    called,
                    source,
                    source,
                    line,
                    "NULL",
                    "c",
                    "k",
                    answered ? "1" : "0",
                    "c",
                    answered ? TIME.format(called.plusSeconds(8)) : "NULL");
        }
        return rows;
    }

    private void row(
            StringBuilder rows,
            String call,
            int sequence,
            LocalDateTime at,
            String source,
            String destination,
            String queue,
            String menu,
            String event,
            String result,
            String answered,
            String ciq,
            String speak) {
        rows.append(record++)
                .append(",17000,")
                .append(call)
                .append(',')
                .append(sequence)
                .append(",1,");
        rows.append(TIME.format(at))
                .append(",48,")
                .append(speak.equals("NULL") ? "NULL" : "50")
                .append(',');
        rows.append(speak)
                .append(',')
                .append(source)
                .append(',')
                .append(destination)
                .append(',')
                .append(queue);
        rows.append(',')
                .append(menu)
                .append(",NULL,NULL,")
                .append(event)
                .append(',')
                .append(result)
                .append(',');
        rows.append(answered).append(',').append(ciq).append(",3c10982e-fed9-357d-ad04-c5741409a495,");
        rows.append(updated).append('\n');
    }
}
