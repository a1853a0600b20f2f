package se.nollan.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.nollan.ingest.format.Channel;
import se.nollan.ingest.format.CsvReader;
import se.nollan.ingest.format.KnownLines;
import se.nollan.ingest.format.Limits;
import se.nollan.ingest.pseudonym.DayKey;
import se.nollan.ingest.pseudonym.SourceNotation;
import se.nollan.ingest.report.Report;
import se.nollan.ingest.report.RowCounts;
import se.nollan.ingest.slice.StagedContact;

class RowPipelineTest {
    private static final KnownLines LINES = new KnownLines() {
        @Override
        public Line line(String key, LocalDate day) {
            return new Line(
                    "reg-" + key,
                    "SE1-A",
                    "23",
                    key.startsWith("chat") ? Channel.CHAT : Channel.PHONE,
                    Standing.COVERED);
        }

        @Override
        public Line firstLine(String key, LocalDate day) {
            return new Line("reg-" + key, "SE1-B", "23", Channel.CHAT, Standing.COVERED);
        }
    };

    private final List<StagedContact> staged = new ArrayList<>();
    private final RowPipeline pipeline = new RowPipeline(
            LINES,
            LocalDate.parse("2026-10-01"),
            LocalDate.parse("2026-10-31"),
            Instant.parse("2026-11-02T12:00:00Z"),
            (region, day) -> new DayKey(new byte[DayKey.BYTES]),
            SourceNotation.USUAL,
            staged::add);

    @Test
    void aRowIsStagedAsCanonicalJsonWithoutItsCaller() throws IOException {
        read("id,line,channel,kind,createdAt,contact,problem,firstLine,offeredSameDay,chosenDate,origin\n"
                + "a,chat-1,chat,booked,2026-10-05T08:00:00,19800101-1234,hosta,chat-2,true,2026-10-06,patient\n");

        assertThat(staged).hasSize(1);
        assertThat(staged.get(0).line()).isEqualTo("reg-chat-1");
        assertThat(staged.get(0).firstLine()).isEqualTo("reg-chat-2");
        assertThat(staged.get(0).content())
                .matches("\\{\"id\":\"a\",\"channel\":\"chat\",\"kind\":\"booked\",\"contact\":\"[A-Za-z0-9_-]{22}\","
                        + "\"problem\":\"[A-Za-z0-9_-]{22}\",\"createdAt\":\"2026-10-05T06:00:00Z\",\"offeredSameDay\":true,"
                        + "\"chosenDate\":\"2026-10-06\",\"firstLine\":\"reg-chat-2\"}");
        assertThat(pipeline.units()).hasSize(2).containsValues("SE1-A", "SE1-B");
    }

    @Test
    void theRowsBalanceWhateverTheyAre() throws IOException {
        read("id,line,channel,kind,createdAt,contact\n"
                + "a,1,phone,queue,2026-10-05T08:00:00,0701740605\n"
                + "b,1,phone,queue,2026-10-05T08:00:00,4711\n"
                + "c,1,phone,visit,2026-10-05T08:00:00,\n"
                + "0701740605,1,phone,queue,2026-10-05T08:00:00,0701740605\n"
                + "e,1\n");

        assertThat(pipeline.counts()).isEqualTo(new RowCounts(5, 2, 0, 0, 0, 3, 1, 0));
        assertThat(pipeline.report().errors())
                .extracting(Report.Entry::rule)
                .containsExactly("NOT_A_WORD", "PERSONAL_DATA", "WRONG_FIELD_COUNT");
        assertThat(pipeline.report().toString()).doesNotContain("0701740605");
    }

    private void read(String csv) throws IOException {
        var bytes = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
        new CsvReader(StandardCharsets.UTF_8, Limits.DEFAULT).read(bytes, pipeline);
    }
}
