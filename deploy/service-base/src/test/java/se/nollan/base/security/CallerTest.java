package se.nollan.base.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static Caller caller(String role, Set<String> regions, Set<String> providers) {
        return new Caller("client", "", Set.of(role), Set.of(), regions, providers);
    }

    @Test
    void aProviderActsForWhatTheAccessTableGivesItAndNothingElse() {
        Caller provider = caller(Caller.PROVIDER, Set.of("23"), Set.of("556677-8899"));
        assertThat(provider.actsFor("556677-8899")).isTrue();
        assertThat(provider.actsFor("232100-0214")).isFalse();
        assertThat(provider.oversees("23")).isFalse();
    }

    @Test
    void theTableAloneDoesNotMakeAProvider() {
        assertThat(caller(Caller.OPERATOR, Set.of(), Set.of("556677-8899")).actsFor("556677-8899"))
                .isFalse();
    }

    @Test
    void aCoordinatorChangesAndReadsHerRegionsOnly() {
        Caller coordinator = caller(Caller.COORDINATOR, Set.of("23"), Set.of());
        assertThat(coordinator.coordinates("23")).isTrue();
        assertThat(coordinator.oversees("23")).isTrue();
        assertThat(coordinator.coordinates("24")).isFalse();
        assertThat(coordinator.oversees("24")).isFalse();
    }

    @Test
    void anAuditorReadsHerRegionsAndChangesNothing() {
        Caller auditor = caller(Caller.AUDITOR, Set.of("23"), Set.of());
        assertThat(auditor.oversees("23")).isTrue();
        assertThat(auditor.coordinates("23")).isFalse();
    }
}
