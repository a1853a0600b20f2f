package se.nollan.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void aSubjectStandsOnOneLineWithItsThreeChannels() throws IOException {
        List<String> lines = Summary.of(new ObjectMapper().readTree("""
                {"month": "2026-10", "figures": [
                  {"level": "unit", "id": "a", "name": "Tallmons vårdcentral", "channel": "phone", "hits": 2, "counted": 3, "share": 0.6667},
                  {"level": "unit", "id": "a", "name": "Tallmons vårdcentral", "channel": "total", "hits": 2, "counted": 3, "share": 0.6667},
                  {"level": "1177", "id": "b", "name": "1177 på telefon", "channel": "phone", "hits": 0, "counted": 0, "share": null},
                  {"level": "unit", "id": "c", "name": "Rehab Fyren", "channel": "chat", "status": "missing"}
                ]}"""));
        assertThat(lines)
                .anyMatch(line -> line.matches(" +Tallmons vårdcentral +2 / 3 {2}66.7 % +– +2 / 3 {2}66.7 %"))
                .anyMatch(line -> line.matches(" +1177 på telefon +0 / 0 {2}no share +– +–"))
                .anyMatch(line -> line.matches(" +Rehab Fyren +– +missing +–"));
        assertThat(lines.indexOf("Units")).isLessThan(lines.indexOf("1177, apart (part of no figure above)"));
    }

    @Test
    void aLongNameKeepsTheColumnsInPlace() throws IOException {
        String name = "x".repeat(60);
        List<String> lines = Summary.of(new ObjectMapper().readTree("""
                {"month": "2026-10", "figures": [
                  {"level": "region", "id": "23", "name": "%s", "channel": "phone", "hits": 1, "counted": 2, "share": 0.5}
                ]}""".formatted(name)));
        assertThat(lines).filteredOn(line -> line.contains("…")).hasSize(1).allMatch(line -> line.contains("50.0 %"));
    }
}
