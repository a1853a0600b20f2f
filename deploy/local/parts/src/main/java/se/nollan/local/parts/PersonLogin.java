package se.nollan.local.parts;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Logs a person in as a browser would: Keycloak's page, the code, the token (OpenID Connect, authorization code flow with PKCE). */
final class PersonLogin {

    private static final String CLIENT = "people";
    private static final String REDIRECT = "http://127.0.0.1/logged-in";
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final String endpoint;
    private final HttpClient browser = HttpClient.newHttpClient();

    /** @param realm its address */
    PersonLogin(String realm) {
        this.endpoint = realm + "/protocol/openid-connect/";
    }

    String token(Login person) {
        try {
            String verifier = Secrets.password() + Secrets.password() + Secrets.password();
            HttpResponse<String> page = get(endpoint + "auth?"
                    + form(Map.of(
                            "client_id",
                            CLIENT,
                            "response_type",
                            "code",
                            "scope",
                            "openid",
                            "redirect_uri",
                            REDIRECT,
                            "code_challenge_method",
                            "S256",
                            "code_challenge",
                            challenge(verifier))));
            var action = FORM.matcher(page.body());
            if (!action.find()) {
                throw new PartFailed("Keycloak showed " + person.user() + " no page to log in: " + page.statusCode());
            }
            HttpResponse<String> sent = post(
                    action.group(1).replace("&amp;", "&"),
                    Map.of("username", person.user(), "password", person.password()),
                    cookies(page));
            var code = CODE.matcher(sent.headers().firstValue("Location").orElse(""));
            if (!code.find()) {
                throw new PartFailed("Keycloak did not let " + person.user() + " in: " + sent.statusCode());
            }
            HttpResponse<String> answer = post(
                    endpoint + "token",
                    Map.of(
                            "grant_type", "authorization_code",
                            "client_id", CLIENT,
                            "redirect_uri", REDIRECT,
                            "code_verifier", verifier,
                            "code", URLDecoder.decode(code.group(1), StandardCharsets.UTF_8)),
                    "");
            return new ObjectMapper()
                    .readTree(answer.body())
                    .required("access_token")
                    .asText();
        } catch (IOException | IllegalArgumentException e) {
            throw new PartFailed("Keycloak gave " + person.user() + " no token: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("Interrupted while " + person.user() + " logged in", e);
        }
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(address)).timeout(LIMIT).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String address, Map<String, String> fields, String cookies)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields)));
        return browser.send(
                (cookies.isEmpty() ? request : request.header("Cookie", cookies)).build(), BodyHandlers.ofString());
    }

    /** Keycloak's are for secure places, which this machine is to a browser and not to Java. */
    private static String cookies(HttpResponse<String> page) {
        return page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    private static String form(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
