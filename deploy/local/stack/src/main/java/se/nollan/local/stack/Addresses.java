package se.nollan.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where everything is, and how to get a token. */
final class Addresses {

    private Addresses() {}

    static List<String> of(Stack stack, String statement, Path json, Path csv) {
        List<String> lines = new ArrayList<>();
        lines.add("The statement   " + stack.service(Service.PUBLISH).url() + "/publish/v1/statements/" + statement);
        lines.add("                " + json);
        lines.add("                " + csv);
        for (Service service : Service.values()) {
            String url = stack.service(service).url();
            lines.add("%-16s%s/%s/v1/api-info   OpenAPI %s/%s/v1/openapi"
                    .formatted(service.title(), url, service.word(), url, service.word()));
        }
        lines.add("Keycloak        " + stack.parts().keycloak().realmUrl());
        lines.add("PostgreSQL      " + stack.parts().postgres().url("publish"));
        lines.add("Kafka           " + stack.parts().kafka().bootstrap());
        lines.add("Logs            " + stack.folder());
        lines.add("");
        lines.add("A token, and a question asked with it:");
        lines.add("  TOKEN=$(curl -s -d grant_type=client_credentials -d client_id=coordinator-23"
                + " -d client_secret=" + stack.parts().keycloak().secret("coordinator-23") + " \\");
        lines.add("    " + stack.parts().keycloak().realmUrl()
                + "/protocol/openid-connect/token | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')");
        lines.add("  curl -H \"Authorization: Bearer $TOKEN\" "
                + stack.service(Service.RULES).url()
                + "/rules/v1/units/SE2321000214-E000000001001/days/2026-10-07");
        return lines;
    }
}
