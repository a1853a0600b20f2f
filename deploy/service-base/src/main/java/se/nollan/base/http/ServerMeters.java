package se.nollan.base.http;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * The API's server and the management server count under the same names. A port of 0 gives one of them a tag less than the other,
 * which the registry refuses, and a server whose meters are refused never comes up: so neither has that tag.
 */
class ServerMeters {

    @Produces
    @Singleton
    MeterFilter withoutPort() {
        return MeterFilter.ignoreTags("server.port");
    }
}
