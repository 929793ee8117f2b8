package danvan.report.push;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server's side of Digest: RFC 7616, section 3.4.1. */
final class DigestCheck {
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^,\\s]+))");

    private DigestCheck() {}

    static boolean isRight(String header, String user, String password) {
        Map<String, String> sent = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(header);
        while (matcher.find()) {
            sent.put(matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
        }
        String secret = md5(user + ":" + sent.get("realm") + ":" + password);
        for (String method : new String[] {"HEAD", "POST"}) {
            String response = md5(secret + ":" + sent.get("nonce") + ":" + sent.get("nc") + ":" + sent.get("cnonce")
                    + ":auth:" + md5(method + ":" + sent.get("uri")));
            if (response.equals(sent.get("response"))) {
                return true;
            }
        }
        return false;
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
