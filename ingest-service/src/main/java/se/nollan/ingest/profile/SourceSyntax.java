package se.nollan.ingest.profile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Limits;
import se.nollan.ingest.source.DelimitedSource;
import se.nollan.ingest.source.FixedWidthSource;
import se.nollan.ingest.source.Header;
import se.nollan.ingest.source.JsonSource;
import se.nollan.ingest.source.RowSource;
import se.nollan.ingest.source.XlsxSource;
import se.nollan.ingest.source.XmlSource;

/** The form of a file as a profile's file writes it. */
final class SourceSyntax {
    private static final List<String> FORMATS = List.of("delimited", "fixed", "json", "json-lines", "xlsx", "xml");

    private SourceSyntax() {}

    /** @param names the columns in their order, of a file without a header; null: it has one */
    static RowSource source(ProfileNode file, @Nullable List<String> names, Limits limits) {
        var format = file.get("format").text("delimited");
        return switch (format) {
            case "fixed" -> {
                file.allow("format", "encoding", "title");
                yield new FixedWidthSource(charset(file), file.get("title").number(0, 0, 1000), limits);
            }
            case "json", "json-lines" -> {
                file.allow("format", "encoding", "items");
                yield json(file, format.equals("json-lines"), limits);
            }
            case "xlsx" -> {
                file.allow("format", "sheet", "header");
                var sheet = file.has("sheet") ? file.get("sheet").text("") : null;
                yield new XlsxSource(sheet, header(file, names), names, limits);
            }
            case "xml" -> {
                file.allow("format", "items");
                yield new XmlSource(List.of(file.get("items").text("").split("/")), limits);
            }
            default -> {
                if (!format.equals("delimited")) {
                    file.get("format").problem("a format is one of " + String.join(", ", FORMATS));
                }
                file.allow("format", "encoding", "delimiter", "quote", "header", "ragged");
                yield new DelimitedSource(
                        charset(file),
                        delimiter(file),
                        quote(file),
                        header(file, names),
                        names,
                        file.get("ragged").flag(false),
                        limits);
            }
        };
    }

    private static RowSource json(ProfileNode file, boolean lines, Limits limits) {
        var items = JsonSource.items(file.get("items").text(""));
        if (items == null) {
            file.get("items")
                    .problem(
                            "the way to the items: names between dots, [] after each that is a list, as conversations[].participants[]");
            items = List.of();
        }
        return new JsonSource(charset(file), lines, items, limits);
    }

    private static Header header(ProfileNode file, @Nullable List<String> names) {
        var header = file.get("header");
        if (!header.isThere()) {
            return Header.FIRST;
        }
        if (names != null) {
            header.problem(
                    "a list of columns is for a file without a header; name columns in a map, 'own: theirs', if it has one");
            return Header.FIRST;
        }
        header.allow("within", "then");
        return new Header(
                header.get("within").number(1, 1, 1000), header.get("then").number(0, 0, 100));
    }

    private static Charset charset(ProfileNode file) {
        var encoding = file.get("encoding");
        try {
            return encoding.isThere() ? Charset.forName(encoding.text("")) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            encoding.problem("'" + encoding.text("")
                    + "' is no encoding that is known here; utf-8, utf-16le, windows-1252 and iso-8859-1 are");
            return StandardCharsets.UTF_8;
        }
    }

    private static char delimiter(ProfileNode file) {
        var text = file.get("delimiter").text(",");
        if (text.equals("tab")) {
            return '\t';
        }
        if (text.length() != 1 || !DelimitedSource.isDelimiter(text.charAt(0))) {
            file.get("delimiter").problem("a delimiter is one character, or tab; no letter, digit or quote");
            return ',';
        }
        return text.charAt(0);
    }

    private static @Nullable Character quote(ProfileNode file) {
        var quote = file.get("quote").text("\"");
        if (quote.equals("none")) {
            return null;
        }
        if (quote.length() != 1
                || quote.charAt(0) < ' '
                || quote.equals(file.get("delimiter").text(","))) {
            file.get("quote").problem("a quote is one character, or none, and not the delimiter");
            return '"';
        }
        return quote.charAt(0);
    }
}
