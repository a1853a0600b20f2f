package se.nollan.ingest.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.nollan.ingest.format.Channel;
import se.nollan.ingest.format.Contact;
import se.nollan.ingest.format.Rows;
import se.nollan.ingest.format.UnreadableBody;

/**
 * Small files as the field sends them, each with a trait that somebody met, and what must become of it. A contact is written as
 * {@code caller kind created>answered}: the last four digits of a number ({@code -}: nobody), the local time, and the day where it is not the
 * first contact's.
 */
class FieldTest {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final Map<String, String> PROFILES = FieldFiles.profiles();

    /** File, profile (! is built in), contacts, errors. */
    static final String CASES = """
            A01_queue_log_attended_transfer.txt      | !asterisk-queue-log  | 0605 queue 10:00:00>10:00:20 |
            A03_queue_log_trailing_pipe.txt          | !asterisk-queue-log  | 0607 queue 10:00:00 |
            A04_queue_log_housekeeping_rows.txt      | !asterisk-queue-log  | 0608 queue 10:00:00 |
            A06_cdr_headerless_parallel_ring.csv     | asterisk-cdr         | 0610 queue 10:00:00>10:00:09, 0611 queue 10:10:00 |
            A06_cdr_headerless_parallel_ring.csv     | asterisk-cdr-no-names | | refused HEADER
            A06_cdr_headerless_parallel_ring.csv     | !asterisk-cdr        | 0610 queue 10:00:00>10:00:09, 0611 queue 10:10:00 |
            A07_cdr_answered_by_machine.csv          | asterisk-cdr-short   | 0612 voicemail 10:00:00, 0613 queue 10:05:00, 0613 queue 10:07:00, 0614 queue 10:09:00>10:09:41 |
            A09_fs_same_uuid_three_rows.csv          | freeswitch-cdr       | 0617 queue 09:41:00>09:41:00, 0617 queue 09:41:00>09:41:00, 0617 queue 09:41:00>09:41:00, 0618 queue 09:50:00 |
            A10_cdr_unescaped_quotes_and_NULL.csv    | cdr-quotes           | 0619 queue 10:00:00>10:00:00, 0620 queue 10:05:00, - queue 10:07:00 | WRONG_FIELD_COUNT
            A11_3cx_headerless_queue_picks_up.csv    | threecx              | 0622 queue 10:00:00, 0623 queue 10:03:43>10:03:43 |
            A11_3cx_headerless_queue_picks_up.csv    | !threecx-cdr         | 0622 queue 10:00:00, 0623 queue 10:03:43>10:03:43 |
            A12_3cx_layout_changed_after_upgrade.csv | threecx              | 0624 queue 10:00:00>10:00:08 | WRONG_FIELD_COUNT
            A14_answered_also_logged_as_missed.csv   | generic              | 0627 queue 10:00:00>10:00:31, 0627 queue 10:00:00 |
            A15_uccx_consult_transfer.csv            | uccx-legs            | 0628 queue 10:00:00>10:00:00 |
            A17_unfinished_call.csv                  | generic-open         | 0630 queue 13:31:07, 0631 queue 13:40:00>13:40:09 |
            A19_transfer_link_empty.ndjson           | call-events          | 0634 queue 10:00:00>10:00:11, 0634 queue 10:03:02 |
            A20_direction_and_parties_swapped.csv    | from-to              | 0636 queue 10:05:00 | ROW_REFUSED
            A22_queue_time_overwritten_on_reroute.ndjson | connect          | 0638 queue 23:40:00>03-11T00:20:00 |
            A23_firehose_concatenated.json           | connect              | 0639 queue 10:00:00, 0640 queue 10:05:00, - queue 10:09:00 |
            A24_callback_to_another_number.csv       | callback-list        | 0641 callback 08:05:00>10:15:20, 0642 callback 08:07:00 |
            A26_failed_callback_with_duration.csv    | called-back          | 0645 callback 09:00:00+10:30:00+14:30:00 |
            A28_only_answered_calls_exported.csv     | generic              | 0650 queue 08:00:00>08:00:09, 0651 queue 09:00:00>09:00:19, 0652 queue 03-11T08:00:00>03-11T08:00:05 |
            A29_chat_reopened.ndjson                 | chat-opened-again    | c-1 queue 09:00:00>09:00:42, c-1 queue 03-13T10:00:00>03-13T10:01:10, c-2 queue 03-13T11:00:30>03-16T08:10:00 |
            A30_chat_negative_wait.csv               | chat-waits           | - queue 10:00:00>10:02:00 | BEFORE_CREATED answeredAt
            B01_withheld_markers.csv                 | generic              | - queue 08:00:00, - queue 08:01:00, - queue 08:02:00, - queue 08:03:00, - queue 08:04:00>08:05:00, - queue 08:05:00, - queue 08:06:00, - queue 08:07:00 |
            B02_zero_and_placeholder_numbers.csv     | generic              | - queue 08:00:00, - queue 08:01:00>08:01:20, - queue 08:02:00, - queue 08:03:00 |
            B04_negative_number_codes.csv            | generic              | - queue 08:00:00, - queue 08:10:00, - queue 08:20:00>08:20:05 |
            B05_number_null_or_missing_key.ndjson    | json-calls           | - queue 08:00:00, - queue 08:05:00>08:05:09, - queue 08:07:00, - queue 08:09:00 |
            B07_anonymised_later.csv                 | exported-again       | - queue 08:00:00>08:03:00, - queue 09:00:00 |
            B09_smdr_text_instead_of_number.txt      | smdr                 | 0658 queue 08:00:00, - queue 08:35:00, 0659 queue 08:38:00, - queue 08:40:00 |
            B10_sip_uris.csv                         | generic              | 0660 queue 08:00:00, 0661 queue 08:01:00, 9202 queue 08:02:00, 0406 queue 08:03:00, - queue 08:04:00, - queue 08:05:00 |
            B11_sip_phone_context.csv                | generic              | 0662 queue 08:00:00, 0662 queue 08:10:00>08:10:09, 1042 queue 08:20:00 |
            B13_plus_missing_on_outgoing.csv         | called-back          | 0665 callback 08:00:00>10:00:14 |
            B14_outside_line_prefix.csv              | called-back          | 0666 callback 08:00:00>10:00:14, 0667 callback 08:05:00>10:05:12 |
            B16_guard_character_before_number.csv    | generic              | 0669 queue 08:00:00, 0669 queue 08:10:00, 0669 queue 08:20:00, 0669 queue 08:25:00, 0669 queue 08:30:00>08:30:09 |
            B17_scientific_notation.csv              | semicolons           | - queue 08:00:00, - queue 08:05:00, - queue 08:10:00, 0670 queue 08:15:00 |
            B18_leading_zero_lost.csv                | zero-lost            | 0671 queue 08:00:00, 0407 queue 08:05:00, 0671 queue 09:00:00>09:00:12, 112 queue 09:05:00 |
            B20_same_number_seven_spellings.csv      | generic              | 0673 queue 08:00:00, 0673 queue 08:01:00, 0673 queue 08:02:00, 0673 queue 08:03:00, 0673 queue 08:04:00, 0673 queue 08:05:00, 0673 queue 08:06:00>08:06:10 |
            C01_utc_without_mark.csv                 | generic-utc          | 0674 queue 23:50:00>06-10T00:10:00, 0675 queue 06-10T00:30:00, 0675 queue 06-10T09:00:00>06-10T09:00:20 |
            C01_utc_without_mark.csv                 | generic-no-zone      | | unusable: these times say no zone
            C03_zone_in_header_text.csv              | zone-in-header       | 0678 queue 23:55:00>03-11T00:05:00, 0679 queue 09:00:00 |
            C03_zone_in_header_text.csv              | zone-in-header-local | | refused HEADER
            C05_repeated_hour_dst_end.csv            | generic              | 0683 queue 02:10:00>02:20:00, 0684 queue 02:50:00>02:05:00, 0685 queue 02:15:00 |
            C06_skipped_hour_dst_start.csv           | generic              | 0687 queue 01:58:00>03:02:00 | TIME_SKIPPED createdAt
            C08_twentyfour_hundred.csv               | midnight             | 0690 queue 23:59:30>03-11T00:00:00, 0691 queue 03-11T00:00:00 | NOT_A_TIME createdAt
            C09_twelve_hour_clock.csv                | twelve-hours         | 0693 queue 00:05:00>00:06:10, 0694 queue 12:41:00>12:43:00, 0695 queue 08:30:00, 0696 queue 16:28:00>16:30:00 |
            C11_day_month_order.csv                  | day-first            | 0605 queue 13:12:45, 0606 queue 16:47:10, 0607 queue 03-12T08:00:00, 0608 queue 03-25T08:00:00 |
            C12_date_without_year.txt                | no-year              | 0609 queue 08:14:00, 0610 queue 12-31T23:58:00, 0610 queue 01-02T08:01:00 |
            C14_never_timestamps.csv                 | never                | 0616 queue 09:00:00, 0617 queue 08:05:00, 0618 queue 08:07:00, 0619 queue 08:09:00 |
            C15_closed_before_created.csv            | generic              | 0622 queue 08:00:00>08:00:00 | BEFORE_CREATED answeredAt, BEFORE_CREATED answeredAt
            C15_closed_before_created.csv            | slack                | 0621 queue 08:00:00>08:00:00, 0622 queue 08:00:00>08:00:00 | BEFORE_CREATED answeredAt
            C17_negative_duration.csv                | durations            | 0626 queue 08:00:00, 0627 queue 08:05:00>08:05:12 |
            C18_durations_instead_of_times.csv       | time-to-answer       | 0628 queue 08:00:00>08:00:10, 0629 queue 08:05:00, 0630 queue 08:06:00>08:06:01, - queue 08:10:00 |
            C20_clock_only_over_midnight.csv         | clocks               | 0634 queue 23:58:30>03-11T00:01:10 | BEFORE_CREATED answeredAt
            D01_utf8_bom_quoted_header.csv           | generic              | 0636 queue 08:00:00>08:01:00, 0637 queue 08:05:00 |
            D03_utf16le_no_bom.csv                   | swedish-utf16        | 0638 queue 08:00:00>08:01:00, 0639 queue 08:05:00 |
            D03_utf16le_no_bom.csv                   | swedish-utf8         | | refused ENCODING
            D04_windows1252.csv                      | swedish-1252         | 0640 queue 08:00:00>08:01:00, 0641 queue 08:05:00 |
            D06_only_a_bom.csv                       | generic              | | refused EMPTY
            D07_header_only.csv                      | generic              | |
            D08_sep_line.csv                         | answered-semicolons  | 0643 queue 08:00:00>08:01:00 |
            D10_decimal_comma.csv                    | decimal-comma        | 0646 queue 08:00:00>08:00:12, 0648 queue 08:09:00>08:09:01 | NOT_A_TIME answeredAt
            D10_decimal_comma.csv                    | decimal-point        | | NOT_A_TIME answeredAt, NOT_A_TIME answeredAt, NOT_A_TIME answeredAt
            D11_trailing_delimiter_in_rows.csv       | answered-only        | 0649 queue 08:00:00>08:01:00, 0650 queue 08:05:00 |
            D12_preamble_and_total_row.csv           | preamble             | 0651 queue 08:00:00>08:01:00, 0652 queue 08:05:00 |
            D12_preamble_and_total_row.csv           | no-preamble          | | refused HEADER
            D15_duplicate_column_names.csv           | columns-by-name      | | refused HEADER
            D15_duplicate_column_names.csv           | columns-by-place     | 0656 queue 08:00:00>08:01:00, 0657 queue 08:05:00 |
            D16_newline_in_quoted_message.csv        | chat-messages        | c-1 queue 08:00:00>08:02:00, c-2 queue 08:05:00 |
            D18_unquoted_comma_in_name.csv           | call-app             | 0660 queue 08:00:00 | WRONG_FIELD_COUNT, NOT_A_TIME createdAt
            D19_unclosed_quote.csv                   | answered-only        | | refused QUOTES
            D21_nul_bytes_half_written.csv           | generic              | 0667 queue 08:00:00>08:01:00, 0668 queue 08:05:00, 0669 queue 08:06:00 | WRONG_FIELD_COUNT
            D22_cut_mid_row.csv                      | generic              | 0670 queue 08:00:00>08:01:00, 0671 queue 08:05:00 | WRONG_FIELD_COUNT
            D27_ndjson_bad_and_cut_lines.ndjson      | json-numbers         | 0678 queue 08:00:00, 0680 queue 08:02:00>08:02:09 | NOT_AN_OBJECT, NOT_AN_OBJECT
            D28_pipe_padded_no_header.txt            | border-controller    | 0681 queue 09:20:11, 0682 queue 03-11T00:10:02 |
            D30_fewer_days_than_stated.csv           | answered-in-preamble | 0685 queue 08:00:00>08:01:00, 0686 queue 03-20T08:05:00, 0687 queue 03-28T08:05:00>03-28T08:06:00 |
            D32_report_with_title_floats_total.xlsx  | workbook             | 0689 queue 08:00:00>08:01:00, 0690 queue 08:05:00, 0691 queue 08:09:00 |
            D33_dates_1904.xlsx                      | workbook             | 0693 queue 08:00:00>08:01:00, 0694 queue 08:05:00 |
            """;

    @TempDir
    Path spill;

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = true, textBlock = CASES)
    void aFileFromTheField(String file, String name, String contacts, String errors) throws IOException {
        assertThat(read(file, name)).isEqualTo(text(contacts) + " | " + text(errors));
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }

    private String read(String file, String name) throws IOException {
        Profile profile;
        try {
            profile = name.startsWith("!")
                    ? ProfileFolder.builtIn().get(name.substring(1))
                    : ProfileFile.read(
                            name, new ByteArrayInputStream(PROFILES.get(name).getBytes(StandardCharsets.UTF_8)));
        } catch (InvalidProfile e) {
            return " | unusable: " + e.getMessage().replaceAll("(?s).*: (these times say no zone).*", "$1");
        }
        var rows = Rows.fromTheField(LocalDate.parse("2025-10-01"), LocalDate.parse("2026-07-31"));
        var reader = new ProfileReader(
                profile,
                LocalDate.parse(name.equals("no-year") ? "2026-01-31" : "2026-07-31"),
                new SpillSpace(spill, 1L << 30));
        try (reader;
                var body = FieldTest.class.getResourceAsStream("/field/" + file)) {
            reader.read(body, rows);
            reader.end(rows);
        } catch (UnreadableBody e) {
            return " | refused " + e.reason();
        }
        var contacts = new ArrayList<String>();
        for (var contact : rows.contacts) {
            contacts.add(written(contact, rows.contacts.get(0).createdAt(), profile));
        }
        return String.join(", ", contacts) + " | " + String.join(", ", rows.wrong());
    }

    private static String written(Contact contact, Instant first, Profile profile) {
        var caller = contact.channel() == Channel.CHAT
                ? contact.contact()
                : profile.notation().caller(contact.contact());
        var written = new StringBuilder(caller == null ? "-" : caller.substring(Math.max(0, caller.length() - 4)))
                .append(' ')
                .append(contact.kind())
                .append(' ')
                .append(time(contact.createdAt(), first));
        for (var attempt : contact.attempts()) {
            written.append('+').append(time(attempt, first));
        }
        return contact.answeredAt() == null
                ? written.toString()
                : written.append('>').append(time(contact.answeredAt(), first)).toString();
    }

    private static String time(Instant at, Instant first) {
        var same = at.atZone(STOCKHOLM)
                .toLocalDate()
                .equals(first.atZone(STOCKHOLM).toLocalDate());
        return DateTimeFormatter.ofPattern(same ? "HH:mm:ss" : "MM-dd'T'HH:mm:ss")
                .format(at.atZone(STOCKHOLM));
    }
}
