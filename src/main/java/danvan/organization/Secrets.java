package danvan.organization;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** Invitation codes and link tokens: made at random, kept only as hashes. */
public final class Secrets {
    /** Without 0, O, 1, I, L: to be read out over a telephone. */
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int CODE_LENGTH = 8;
    private static final int TOKEN_LENGTH = 26;

    private final SecureRandom random = new SecureRandom();

    /** A code such as {@code K7QM-2WXD}: 39 bits, enough where a chat may try five times an hour. */
    public String code() {
        String letters = letters(CODE_LENGTH);
        return letters.substring(0, CODE_LENGTH / 2) + "-" + letters.substring(CODE_LENGTH / 2);
    }

    /** Whether words look like a code, however they are spaced. */
    static boolean mayBeCode(String words) {
        return words.replaceAll("[\\s-]", "").length() == CODE_LENGTH;
    }

    /** A token for a personal link: 128 bits. */
    public String token() {
        return letters(TOKEN_LENGTH);
    }

    /** The hash a secret is kept as; hyphens, blanks and case do not count. */
    public static String hash(String secret) {
        String plain = secret.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private String letters(int length) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }
}
