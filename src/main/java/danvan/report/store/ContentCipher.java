package danvan.report.store;

import danvan.storage.FileSeal;
import danvan.storage.StorageException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals files with the keys of personal answers: AES-256 in GCM, a new nonce each, bound to the file and the part. */
final class ContentCipher implements FileSeal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<SecretKeySpec> keys;
    private final SecureRandom random = new SecureRandom();

    /** @param keys the one that seals before those that only open */
    ContentCipher(List<SecretKeySpec> keys) {
        this.keys = List.copyOf(keys);
    }

    @Override
    public byte[] seal(byte[] plain, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce, place).doFinal(plain);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES/GCM", e);
        }
    }

    @Override
    public byte[] open(byte[] sealed, String place) {
        return keys.stream()
                .flatMap(key -> opened(sealed, place, key).stream())
                .findFirst()
                .orElseThrow(() -> new StorageException("the file " + place
                        + " cannot be opened: report.key is not the one it was sealed with, or the database was changed."
                        + " Bring the key back from its copy"));
    }

    @Override
    public Optional<byte[]> renewed(byte[] sealed, String place) {
        return opened(sealed, place, keys.get(0)).isPresent()
                ? Optional.empty()
                : keys.stream()
                        .skip(1)
                        .flatMap(key -> opened(sealed, place, key).stream())
                        .findFirst()
                        .map(plain -> seal(plain, place));
    }

    private static Optional<byte[]> opened(byte[] sealed, String place, SecretKeySpec key) {
        if (sealed.length < NONCE_BYTES + TAG_BITS / 8) {
            return Optional.empty();
        }
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, place)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES/GCM", e);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
