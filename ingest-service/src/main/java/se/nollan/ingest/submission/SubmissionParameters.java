package se.nollan.ingest.submission;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.TimeText;
import se.nollan.ingest.profile.Profiles;
import se.nollan.ingest.pseudonym.Notation;
import se.nollan.ingest.register.Placement;
import se.nollan.ingest.register.Register;

/** The parameters of a submission as they were sent. Every one that is wrong is told, not only the first. */
public record SubmissionParameters(
        @Nullable String system,
        @Nullable String from,
        @Nullable String to,
        @Nullable String profile,
        List<String> lines,
        @Nullable String empty,
        @Nullable String acceptErrors,
        @Nullable String replaces,
        @Nullable String dryRun,
        @Nullable String idempotencyKey) {

    /** Longest period of one submission. */
    static final int MOST_DAYS = 400;

    private static final int MOST_DIGITS = 7;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{8,64}");
    // A plus sign that was not encoded as %2B is a blank by the time it gets here.
    private static final Pattern PLUS_LOST = Pattern.compile(" (\\d{1,15})");

    public SubmissionParameters {
        system = system == null ? null : system.toLowerCase(Locale.ROOT);
        replaces = replaces == null ? null : replaces.toLowerCase(Locale.ROOT);
        lines = lines.stream()
                .map(line -> PLUS_LOST.matcher(line).replaceFirst("+$1"))
                .toList();
    }

    /** What is asked of contacts that come one by one: any line of the source on these days. */
    public static SubmissionParameters pushed(
            @Nullable String system, LocalDate from, LocalDate to, @Nullable String profile) {
        return new SubmissionParameters(
                system, from.toString(), to.toString(), profile, List.of(), null, null, null, null, null);
    }

    /** A parameter that is wrong, and what to do. */
    record Wrong(String parameter, String detail) {}

    /** The order, or what is wrong with it, or the lines that the sender does not answer for. */
    record Result(@Nullable SubmissionRequest order, List<Wrong> wrong, List<String> foreignLines) {}

    /**
     * Where and when the form is filled in.
     *
     * @param keptFrom contacts of days before this one have been dropped
     */
    record Desk(
            Register register, Set<String> profiles, LocalDate today, Period correctionWindow, LocalDate keptFrom) {}

    Result check(String provider, String sentBy, Profiles known, Desk desk) {
        var wrong = new ArrayList<Wrong>();
        if (system == null || !isName(system)) {
            wrong.add(new Wrong(
                    "system",
                    "Name the source system: letters, '.', '_', '-' and at most seven digits, 40 characters; upper case is taken as"
                            + " lower."));
        }
        var first = date("from", from, wrong);
        var last = date("to", to, wrong);
        if (first != null && last != null) {
            checkPeriod(first, last, desk, wrong);
        }
        var saidEmpty = flag("empty", empty, wrong);
        var manyErrors = flag("acceptErrors", acceptErrors, wrong);
        var onlyTried = flag("dryRun", dryRun, wrong);
        if (idempotencyKey != null && !KEY.matcher(idempotencyKey).matches()) {
            wrong.add(new Wrong(
                    "Idempotency-Key",
                    "Send a key of 8 to 64 letters, digits and hyphens, a new one for each submission."));
        }
        if (replaces != null && (!isName(replaces) || replaces.equals(system))) {
            wrong.add(new Wrong(
                    "replaces",
                    "Name the other system whose contacts this submission takes the place of, or leave it out."));
        }
        if (profile != null && !desk.profiles().contains(profile)) {
            wrong.add(new Wrong(
                    "profile", "There is no such profile. There are: " + String.join(", ", desk.profiles()) + "."));
        }
        if (!wrong.isEmpty() || system == null || first == null || last == null) {
            return new Result(null, wrong, List.of());
        }
        var foreign = new ArrayList<String>();
        var named = lines.isEmpty() ? null : named(provider, system, first, last, desk.register(), wrong, foreign);
        var period = new se.nollan.ingest.register.Period(first, last);
        if (desk.register().answeredFor(provider, system, period).isEmpty() && foreign.isEmpty()) {
            wrong.add(new Wrong(
                    "system",
                    "The register has no line of the provider for this system in the period. Check the name of the system, or ask"
                            + " the region to enter the lines."));
        }
        if (!wrong.isEmpty() || !foreign.isEmpty()) {
            return new Result(null, wrong, foreign);
        }
        var layout = profile == null ? known.defaultFor(system) : profile;
        return new Result(
                new SubmissionRequest(
                        UUID.randomUUID(),
                        provider,
                        system,
                        layout,
                        first,
                        last,
                        named,
                        saidEmpty,
                        manyErrors,
                        replaces,
                        sentBy,
                        idempotencyKey,
                        onlyTried),
                List.of(),
                List.of());
    }

    /** It is kept and published, so it is no number of somebody's. */
    private static boolean isName(String system) {
        return NAME.matcher(system).matches() && Notation.digits(system).length() <= MOST_DIGITS;
    }

    private static void checkPeriod(LocalDate first, LocalDate last, Desk desk, List<Wrong> wrong) {
        if (last.isBefore(first)) {
            wrong.add(new Wrong("to", "The period ends before it begins."));
        } else if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            wrong.add(new Wrong("to", "A submission covers at most " + MOST_DAYS + " days. Send several."));
        }
        if (last.isAfter(desk.today())) {
            wrong.add(new Wrong("to", "The period ends after today, " + desk.today() + ". Send days that have been."));
        }
        var earliest = desk.today().minus(desk.correctionWindow());
        if (first.isBefore(earliest)) {
            wrong.add(new Wrong("from", "Days before " + earliest + " can no longer be sent or corrected here."));
        } else if (first.isBefore(desk.keptFrom())) {
            wrong.add(new Wrong(
                    "from",
                    "The contacts of days before " + desk.keptFrom()
                            + " have been dropped after their time, and their figures stand. Send later days."));
        }
    }

    // Ids of the lines, whatever they were called by.
    private List<String> named(
            String provider,
            String system,
            LocalDate first,
            LocalDate last,
            Register register,
            List<Wrong> wrong,
            List<String> foreign) {
        var own = register.answeredFor(provider, system, new se.nollan.ingest.register.Period(first, last));
        var ids = new TreeSet<String>();
        for (var name : lines) {
            var id = own.stream()
                    .map(Placement::line)
                    .filter(line -> line.id().equals(name) || line.names().contains(name))
                    .map(se.nollan.ingest.register.Line::id)
                    .findFirst();
            if (id.isPresent()) {
                ids.add(id.get());
            } else if (register.named(name, last).stream()
                    .anyMatch(it -> !it.provider().equals(provider))) {
                foreign.add(name);
            } else {
                wrong.add(
                        new Wrong("line", "The register has no such line of this provider and system in the period."));
            }
        }
        return List.copyOf(ids);
    }

    private static @Nullable LocalDate date(String name, @Nullable String text, List<Wrong> wrong) {
        var date = text == null ? null : TimeText.date(text);
        if (date == null) {
            wrong.add(new Wrong(name, "Give a date such as 2026-10-31."));
        }
        return date;
    }

    private static boolean flag(String name, @Nullable String text, List<Wrong> wrong) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            wrong.add(new Wrong(name, "Say true or false, or leave it out."));
        }
        return "true".equals(text);
    }
}
