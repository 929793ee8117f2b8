package danvan.report;

import danvan.storage.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals personal answers (AES-256 in GCM, a new nonce each), so that who reads the database or a backup of it does not
 * read them. Safe for use by several threads.
 */
public final class Vault {
    /** What is shown of a sealed answer. */
    static final String MASK = "•••";

    private static final String MARK = "sealed1:";
    private static final Pattern SEALED = Pattern.compile(MARK + "[A-Za-z0-9_-]+");
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    private Vault(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * A vault with a key of the settings.
     *
     * @param key 32 bytes in Base64
     * @throws IllegalArgumentException where it is not
     */
    public static Vault of(String key) {
        byte[] bytes = Base64.getDecoder().decode(key.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes, not " + bytes.length);
        }
        return new Vault(bytes);
    }

    /**
     * A vault whose key lies in a file, which is made, for the bot's user alone, where there is none.
     *
     * @throws IOException where it cannot be read or made
     */
    public static Vault in(Path file) throws IOException {
        try {
            if (!Files.exists(file)) {
                byte[] made = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(made);
                PrivateFiles.folder(file.toAbsolutePath().getParent());
                // Where another process was quicker, its key is the one.
                if (PrivateFiles.create(file)) {
                    Files.writeString(file, Base64.getEncoder().encodeToString(made) + "\n");
                }
            }
            PrivateFiles.mend(file);
            return of(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is no key: " + e.getMessage() + ". Bring it back from the backup", e);
        }
    }

    /** The text, sealed; what is sealed already stays as it is. */
    String seal(String plain) {
        if (isSealed(plain)) {
            return plain;
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, plain.getBytes(StandardCharsets.UTF_8));
        byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** The text behind a sealed one; what is not sealed stays as it is. */
    String open(String text) {
        if (!isSealed(text)) {
            return text;
        }
        byte[] all = Base64.getUrlDecoder().decode(text.substring(MARK.length()));
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        return new String(
                crypt(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(all, NONCE_BYTES, all.length)),
                StandardCharsets.UTF_8);
    }

    /** An instance with every sealed answer opened. */
    public String openAll(String instanceXml) {
        return SEALED.matcher(instanceXml)
                .replaceAll(match -> Matcher.quoteReplacement(open(match.group())
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")));
    }

    /** Whether a text is one that {@link #seal} made. */
    public static boolean isSealed(String text) {
        return text.startsWith(MARK);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a personal answer cannot be " + (mode == Cipher.ENCRYPT_MODE ? "sealed" : "opened")
                            + ": reports.key is not the one it was sealed with",
                    e);
        }
    }
}
