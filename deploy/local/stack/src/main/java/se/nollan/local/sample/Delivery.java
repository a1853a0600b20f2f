package se.nollan.local.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/**
 * One file as a provider's system sends it.
 *
 * @param provider organisation number
 * @param client who sends: a client of the identity provider that acts for the provider
 * @param system the source whose ids the contacts bear
 * @param from first day of the period, included
 * @param to last day of the period, included
 * @param file where it lies
 * @param contentType its media type
 * @param gzip whether it is compressed
 * @param rows data rows in it
 */
public record Delivery(
        String provider,
        String client,
        String system,
        LocalDate from,
        LocalDate to,
        Path file,
        String contentType,
        boolean gzip,
        long rows) {

    /** How a system writes its files. */
    record Form(String provider, String system, Encoding encoding, boolean gzip, Times times, Numbers numbers) {
        String fileName() {
            return provider + "-" + system + "." + encoding.name().toLowerCase(Locale.ROOT) + (gzip ? ".gz" : "");
        }
    }

    enum Encoding {
        CSV("text/csv"),
        NDJSON("application/x-ndjson");

        final String contentType;

        Encoding(String contentType) {
            this.contentType = contentType;
        }
    }

    /** Local Swedish time without an offset, or with one. */
    enum Times {
        LOCAL,
        OFFSET
    }

    /** How the system writes a Swedish telephone number. */
    enum Numbers {
        E164 {
            @Override
            String of(String e164) {
                return e164;
            }
        },
        NATIONAL {
            @Override
            String of(String e164) {
                return "0" + e164.substring(3);
            }
        },
        ABROAD {
            @Override
            String of(String e164) {
                return "00" + e164.substring(1);
            }
        };

        abstract String of(String e164);
    }
}
