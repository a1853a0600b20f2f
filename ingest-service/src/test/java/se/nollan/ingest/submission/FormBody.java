package se.nollan.ingest.submission;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Parts of a form whose boundary is {@code limit}, in their order. */
final class FormBody {
    private FormBody() {}

    static void part(ByteArrayOutputStream form, String file, byte[] content) {
        part(form, "file", file, content);
    }

    static void part(ByteArrayOutputStream form, String name, String file, byte[] content) {
        form.writeBytes(
                ("--limit\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file + "\"\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
