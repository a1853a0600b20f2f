package se.nollan.local.stack;

import java.time.YearMonth;
import se.nollan.local.sample.Sample;

/**
 * What the command line says.
 *
 * @param once end after the summary
 * @param measure add times, rates and memory to the summary
 * @param binaries run the services' native binaries
 */
record Options(Sample.Wish wish, boolean once, boolean measure, boolean binaries) {

    private static final String SEE = " deploy/local/up --help lists what there is.";

    static Options of(String... arguments) {
        Options options = new Options(Sample.Wish.DEFAULT, false, false, false);
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            options = switch (name) {
                case "--once" -> new Options(options.wish, true, options.measure, options.binaries);
                case "--measure" -> new Options(options.wish, options.once, true, options.binaries);
                case "--native" -> new Options(options.wish, options.once, options.measure, true);
                case "--seed", "--month", "--contacts" -> {
                    if (++i == arguments.length) {
                        throw new CannotGoOn(name + " needs a value." + SEE);
                    }
                    yield options.with(name, arguments[i]);
                }
                default -> throw new CannotGoOn("There is no option " + name + "." + SEE);
            };
        }
        return options;
    }

    private Options with(String name, String value) {
        try {
            Sample.Wish changed =
                    switch (name) {
                        case "--seed" -> new Sample.Wish(Long.parseLong(value), wish.month(), wish.contacts());
                        case "--month" -> new Sample.Wish(wish.seed(), YearMonth.parse(value), wish.contacts());
                        default -> new Sample.Wish(wish.seed(), wish.month(), Integer.parseInt(value));
                    };
            return new Options(changed, once, measure, binaries);
        } catch (RuntimeException e) {
            throw new CannotGoOn(value + " is no value for " + name + "." + SEE, e);
        }
    }
}
