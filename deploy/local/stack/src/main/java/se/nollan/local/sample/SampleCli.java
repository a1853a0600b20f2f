package se.nollan.local.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;

/** Writes the sample to a folder: {@code FOLDER [--seed N] [--month YYYY-MM] [--contacts N]}. */
public final class SampleCli {
    private SampleCli() {}

    public static void main(String[] args) throws IOException {
        if (args.length % 2 == 0) {
            System.err.println("usage: FOLDER [--seed N] [--month YYYY-MM] [--contacts N]");
            System.exit(2);
        }
        Sample.Wish wish = Sample.Wish.DEFAULT;
        for (int i = 1; i < args.length; i += 2) {
            wish = with(wish, args[i], args[i + 1]);
        }
        Sample sample = Sample.write(wish, Path.of(args[0]));
        System.out.println(sample.register());
        System.out.println(sample.access());
        sample.deliveries().forEach(d -> System.out.printf("%s  %,d rows%n", d.file(), d.rows()));
    }

    private static Sample.Wish with(Sample.Wish wish, String option, String value) {
        return switch (option) {
            case "--seed" -> new Sample.Wish(Long.parseLong(value), wish.month(), wish.contacts());
            case "--month" -> new Sample.Wish(wish.seed(), YearMonth.parse(value), wish.contacts());
            case "--contacts" -> new Sample.Wish(wish.seed(), wish.month(), Integer.parseInt(value));
            default -> throw new IllegalArgumentException("unknown option " + option);
        };
    }
}
