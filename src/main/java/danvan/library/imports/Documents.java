package danvan.library.imports;

import danvan.chat.Address;
import danvan.storage.StoredFile;
import danvan.storage.Tx;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The library's imports, as the office needs them. */
public interface Documents {

    /** Whether a file of this name may be a document. */
    boolean takes(String fileName);

    /** Whether the library has this very content, or it waits. */
    boolean has(StoredFile file);

    /** Takes a file over, to be read soon. */
    void take(Tx tx, StoredFile file, String name, long member, Address from);

    /** What waits to be read. */
    List<Paper> unread();

    /**
     * Reads one, which may take minutes.
     *
     * @param told runs in the transaction that keeps what was read
     */
    void read(Paper paper, BiConsumer<Tx, Paper> told);

    /** What was read and waits to be confirmed. */
    List<Paper> waiting();

    /** One that waits to be confirmed. */
    Optional<Paper> waiting(long id);

    /** Corrects one field of {@link Paper#fields}. */
    void correct(Tx tx, long id, int field, String value);

    /** Whether a value can stand in a field. */
    boolean fits(int field, String value);

    /** Brings one into the library; false where it does not wait any more. */
    boolean confirm(Tx tx, long id);

    /** Brings one into the library in the place of {@link Paper#sameAs}; false where there is none any more. */
    boolean replace(Tx tx, long id);

    /** Lets one go; false where it does not wait any more. */
    boolean drop(Tx tx, long id);

    /**
     * A document on its way into the library.
     *
     * @param recognised whether it was read off pictures
     * @param replaces whether the library has an older version
     * @param sameAs a document that the library holds under another name and that this one seems to be a version of
     * @param obstacle why it could not be read, as the key of a text; empty where it could
     * @param fields what its first page says; a blank value is one the page does not say
     * @param from where it was sent from, if it was
     */
    record Paper(
            long id,
            String fileName,
            int passages,
            boolean recognised,
            boolean replaces,
            Optional<String> sameAs,
            Optional<String> obstacle,
            List<Field> fields,
            Optional<Address> from) {
        public Paper {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A field.
     *
     * @param name the key of its name, below {@code office.field.}
     * @param value as it is shown; days as 5/7/2023
     */
    record Field(String name, String value) {}
}
