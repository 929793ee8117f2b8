package danvan.scenario;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.RecordedRequest;
import okio.ByteString;

/** The parts of a multipart/form-data request (RFC 7578), as Telegram's server takes uploads. */
final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"");

    record Upload(String name, ByteString content) {}

    private final Map<String, String> texts = new LinkedHashMap<>();
    private Optional<Upload> file = Optional.empty();

    static boolean is(RecordedRequest request) {
        String type = request.getHeaders().get("Content-Type");
        return type != null && type.startsWith("multipart/form-data");
    }

    static Multipart of(RecordedRequest request) {
        Multipart parts = new Multipart();
        Matcher boundary = BOUNDARY.matcher(String.valueOf(request.getHeaders().get("Content-Type")));
        if (!boundary.find() || request.getBody() == null) {
            throw new IllegalStateException("a multipart request without a boundary");
        }
        // Latin-1 keeps every byte of the contents as one character.
        String body = request.getBody().string(StandardCharsets.ISO_8859_1);
        for (String part : body.split(Pattern.quote("--" + boundary.group(1)), -1)) {
            int blank = part.indexOf("\r\n\r\n");
            if (blank > 0) {
                parts.add(part.substring(0, blank), part.substring(blank + 4, part.length() - 2));
            }
        }
        return parts;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    Optional<Upload> file() {
        return file;
    }

    @Override
    public String toString() {
        return texts.toString();
    }

    private void add(String head, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        Matcher fileName = FILE.matcher(head);
        Matcher name = NAME.matcher(head);
        if (fileName.find()) {
            String utf8 = new String(fileName.group(1).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            file = Optional.of(new Upload(utf8, ByteString.of(bytes)));
        } else if (name.find()) {
            texts.put(name.group(1), new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
