package danvan.report.store;

import danvan.form.InstanceValues;
import danvan.storage.FileSeal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals personal answers (AES-256 in GCM, a new nonce each), so that who reads the database or a backup of it does not
 * read them. Safe for use by several threads.
 */
public final class AnswerCipher {
    /** What is shown of a sealed answer. */
    public static final String MASK = "•••";

    private static final String MARK = "sealed1:";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final Logger LOG = LoggerFactory.getLogger(AnswerCipher.class);
    private static final int MOST_WARNED = 1_000;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** The one that seals. */
    private final SecretKeySpec key;
    /** Those that open, the one that seals before all. */
    private final List<SecretKeySpec> keys;

    private final SecureRandom random = new SecureRandom();
    /** Of whose unreadable answers the log has told. */
    private final Set<String> warned = new HashSet<>();

    /**
     * What stands in a leaf.
     *
     * @param text opened; empty where it cannot be
     */
    public record Content(String text, boolean sealed, boolean readable) {}

    /**
     * An instance with its answers opened.
     *
     * @param sealed the paths of those that were sealed
     * @param complete whether every one of them could be opened
     */
    public record OpenedInstance(String xml, Set<String> sealed, boolean complete) {
        public OpenedInstance {
            sealed = Set.copyOf(sealed);
        }
    }

    private AnswerCipher(List<String> keys) {
        this.keys = keys.stream()
                .map(KeyFile::bytes)
                .map(key -> new SecretKeySpec(key, "AES"))
                .toList();
        this.key = this.keys.get(0);
    }

    /**
     * A vault with a key of the settings.
     *
     * @param key 32 bytes in Base64
     * @throws IllegalArgumentException where it is not
     */
    public static AnswerCipher of(String key) {
        return of(key, List.of());
    }

    /** As {@link #of(String)}; older keys open what they sealed. */
    public static AnswerCipher of(String key, List<String> older) {
        List<String> all = new ArrayList<>(List.of(key));
        all.addAll(older);
        return new AnswerCipher(all);
    }

    /**
     * A vault whose keys lie in a {@linkplain KeyFile file}, which is made, for the bot's user alone, where there is none.
     *
     * @throws IOException where it cannot be read or made
     */
    public static AnswerCipher in(Path file) throws IOException {
        try {
            KeyFile.make(file);
            List<String> keys = KeyFile.read(file);
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("it is empty");
            }
            return new AnswerCipher(keys);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is no key: " + e.getMessage() + ". Bring it back from the backup", e);
        }
    }

    /** Seals files with the same keys. */
    public FileSeal files() {
        return new ContentCipher(keys);
    }

    /** Tells the key in use from others, without telling anything of it. */
    String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The same, sealed under the key in use; empty where it is already, or nobody can open it. */
    Optional<String> resealed(String sealed) {
        return bytes(sealed).isEmpty() || opened(bytes(sealed).get(), key).isPresent()
                ? Optional.empty()
                : open(sealed).map(this::seal);
    }

    /** An instance whose answers are sealed under the key in use; empty where they are already. */
    Optional<String> resealed(SealedPaths seals, String instanceXml) {
        boolean[] any = new boolean[1];
        String changed = InstanceValues.changed(instanceXml, (path, text) -> {
            Optional<String> again = seals.mayHold(path, text) ? resealed(text) : Optional.empty();
            any[0] |= again.isPresent();
            return again.orElse(text);
        });
        return any[0] ? Optional.of(changed) : Optional.empty();
    }

    /** The text, sealed, whatever it looks like: a text that was typed may look like a sealed one. */
    public String seal(String plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = seal(nonce, plain.getBytes(StandardCharsets.UTF_8));
        byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** The text behind one that {@link #seal} made with one of the keys; empty where none of them did. */
    public Optional<String> open(String sealed) {
        return bytes(sealed)
                .flatMap(all ->
                        keys.stream().flatMap(one -> opened(all, one).stream()).findFirst());
    }

    private static Optional<String> opened(byte[] all, SecretKeySpec key) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, all, 0, NONCE_BYTES));
            byte[] plain = cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES/GCM", e);
        }
    }

    /** What stands in a leaf: sealed where its place was recorded as sealed, else as it was typed. */
    public Content read(SealedPaths seals, String path, String text) {
        if (text.isEmpty() || !seals.mayHold(path, text)) {
            return new Content(text, false, true);
        }
        Optional<String> plain = open(text);
        return new Content(plain.orElse(""), true, plain.isPresent());
    }

    /** An instance for reading: sealed answers opened, those that cannot be opened left empty. */
    public OpenedInstance open(SealedPaths seals, String instanceXml, String whose) {
        if (seals.isNowhere()) {
            return new OpenedInstance(instanceXml, Set.of(), true);
        }
        Set<String> sealed = new LinkedHashSet<>();
        Set<String> unreadable = new LinkedHashSet<>();
        String opened = InstanceValues.changed(instanceXml, (path, text) -> {
            Content content = read(seals, path, text);
            if (content.sealed()) {
                sealed.add(path);
            }
            if (!content.readable()) {
                unreadable.add(path);
            }
            return content.text();
        });
        if (!unreadable.isEmpty()) {
            warn(whose, String.join(", ", unreadable));
        }
        return new OpenedInstance(opened, sealed, unreadable.isEmpty());
    }

    /** An instance whose sealed answers are left out. */
    public String withoutSealed(SealedPaths seals, String instanceXml) {
        return seals.isNowhere()
                ? instanceXml
                : InstanceValues.changed(instanceXml, (path, text) -> seals.mayHold(path, text) ? "" : text);
    }

    /** Writes a line about answers that cannot be opened, once for each report. */
    public void warn(String whose, String paths) {
        synchronized (warned) {
            if (!warned.add(whose)) {
                return;
            }
            if (warned.size() > MOST_WARNED) {
                warned.clear();
                warned.add(whose);
            }
        }
        LOG.error(
                "{}: {} cannot be opened: reports.key is not the one it was sealed with, or the database was changed."
                        + " Bring the key back from the backup; everything else of it is read as ever",
                whose,
                paths);
    }

    /** Whether a text could be a sealed one by its form; only the key tells whether it is. */
    public static boolean hasForm(String text) {
        return bytes(text).isPresent();
    }

    private static Optional<byte[]> bytes(String text) {
        if (!text.startsWith(MARK)) {
            return Optional.empty();
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(text.substring(MARK.length()));
            return all.length < NONCE_BYTES + TAG_BITS / 8 ? Optional.empty() : Optional.of(all);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] seal(byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES/GCM", e);
        }
    }
}
