package se.nollan.rules.explanation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import se.nollan.base.text.Sha256;
import se.nollan.rules.slice.SliceKey;
import se.nollan.rules.slice.StandingSlice;

/**
 * Which slice revisions an answer was made from, in short.
 *
 * @param count how many slices
 * @param contacts how many contacts they hold, those that belong to other units included
 * @param hash SHA-256 over one line a slice: provider, system, line, date, revision and content hash, parted by tabs
 */
public record SliceDigest(int count, long contacts, String hash) {

    /** Of these slices, whatever their order. */
    public static SliceDigest of(List<StandingSlice> slices) {
        MessageDigest sha256 = Sha256.empty();
        slices.stream()
                .sorted((a, b) -> a.key().compareTo(b.key()))
                .forEach(slice -> sha256.update(line(slice).getBytes(StandardCharsets.UTF_8)));
        return new SliceDigest(
                slices.size(),
                slices.stream().mapToLong(StandingSlice::count).sum(),
                HexFormat.of().formatHex(sha256.digest()));
    }

    private static String line(StandingSlice slice) {
        SliceKey key = slice.key();
        return String.join(
                        "\t",
                        key.provider(),
                        key.system(),
                        key.line(),
                        key.day().toString(),
                        String.valueOf(slice.revision()),
                        slice.hash())
                + "\n";
    }
}
