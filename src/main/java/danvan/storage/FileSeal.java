package danvan.storage;

import java.util.Optional;

/** Seals contents of files, so that who reads the database does not read them. Safe for use by several threads. */
public interface FileSeal {
    /**
     * A part of a content, sealed.
     *
     * @param place which part of which file it is: at another place it does not open
     */
    byte[] seal(byte[] plain, String place);

    /**
     * What {@link #seal} sealed.
     *
     * @throws StorageException where the key is another, or it was changed
     */
    byte[] open(byte[] sealed, String place);

    /** The same, sealed under the key in use; empty where it is already, or cannot be opened. */
    Optional<byte[]> renewed(byte[] sealed, String place);
}
