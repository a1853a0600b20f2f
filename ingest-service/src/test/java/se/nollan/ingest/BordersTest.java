package se.nollan.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import se.nollan.checks.Borders;
import se.nollan.checks.Tables;

/** The borders inside the service: plain-Java cores, thin adapters around them, features that meet only in the open. */
class BordersTest {

    @Test
    void theBordersOfEveryServiceHold() {
        Borders.check(
                "se.nollan.ingest",
                // what the features plug into access
                "se.nollan.ingest.access.ProviderRegions",
                "se.nollan.ingest.access.ProviderContracts",
                // JSON, YAML and workbooks on the border
                "se.nollan.ingest.register.RegisterJson",
                "se.nollan.ingest.client.Credential",
                "se.nollan.ingest.submission.PreviewQuestion",
                "se.nollan.ingest.format.NdjsonReader",
                "se.nollan.ingest.source.JsonSource",
                "se.nollan.ingest.source.FlatRows",
                "se.nollan.ingest.source.JsonPath",
                "se.nollan.ingest.source.XlsxSource",
                "se.nollan.ingest.source.XmlSource",
                "se.nollan.ingest.profile.ProfileNode",
                // one object a submission, made by the beans of the intake
                "se.nollan.ingest.body.UnreadBody",
                "se.nollan.ingest.slice.StagingWriter",
                "se.nollan.ingest.slice.StagedRows",
                "se.nollan.ingest.submission.SubmissionProblems");
    }

    @Test
    void eachTableHasOneWriter() {
        assertThat(Tables.withSeveralWriters(Path.of(""))).isEmpty();
    }
}
