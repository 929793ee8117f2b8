package danvan.library.imports.desk;

import danvan.chat.Address;
import danvan.library.imports.ImportedDocument;
import danvan.storage.StoredFile;
import danvan.storage.Tx;
import java.util.List;
import java.util.Map;
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

    /** Why nothing can be read now, whatever is in the files; empty where they can be read. */
    Optional<String> obstacle();

    /** What waits to be read. */
    List<Paper> unread();

    /**
     * Reads one, which may take minutes.
     *
     * @param told runs in the transaction that keeps what was read
     */
    void read(Paper paper, BiConsumer<Tx, Paper> told);

    /** How many are still to be read. */
    int toRead();

    /** How many files of a sender, or of the inbox folder, wait to be read or to be told of. */
    int pending(Optional<Address> from);

    /** How many were read, or could not be, of which whoever sent them has not heard yet; the office for the inbox folder. */
    Map<Optional<Address>, Integer> untold();

    /** Those of one sender, or of the inbox folder. */
    List<Paper> untold(Optional<Address> from);

    /** Notes that whoever sent it has heard of it; false where another process told it. */
    boolean told(Tx tx, Paper paper);

    /** What was read and waits to be confirmed, what is unsure first. */
    List<Paper> waiting();

    /** What waits and can go live together, without a second look. */
    List<Paper> sure();

    /** What has become of one. */
    Optional<ImportedDocument.State> state(long id);

    /** One that waits to be confirmed. */
    Optional<Paper> waiting(long id);

    /** What is live, and what the office took out; the newest first. */
    List<Paper> held();

    /** One that is live or was taken out. */
    Optional<Paper> held(long id);

    /** Corrects one field of {@link Paper#fields} of what waits or is live; false where it does neither any more. */
    boolean correct(Tx tx, long id, int field, String value);

    /** Whether a value can stand in a field. */
    boolean fits(int field, String value);

    /** Brings one into the library; false where it does not wait any more, or another has come into its place. */
    boolean confirm(Tx tx, long id);

    /** Brings one into the library in the place of {@link Paper#rival}; false where there is none any more. */
    boolean replace(Tx tx, long id);

    /** Brings one into the library beside {@link Paper#rival}. */
    boolean confirmBeside(Tx tx, long id);

    /** Lets one go; false where it does not wait any more. */
    boolean drop(Tx tx, long id);

    /** Takes what is live out of the library; it can be brought back. */
    boolean withdraw(Tx tx, long id);

    /** Whether another version is live in the place of one that was taken out. */
    boolean isSucceeded(long id);

    /** Brings back what was taken out; false where another version is live by now. */
    boolean bringBack(Tx tx, long id);

    /**
     * A document on its way into the library, or in it.
     *
     * @param withdrawn whether the office took it out
     * @param recognised whether it was read off pictures
     * @param rival what the library holds that it is, or may be, a version of
     * @param failure why it could not be read, as the key of a text; empty where it could
     * @param fields what its first page says; a blank value is one the page does not say
     * @param effects what it does to other documents
     * @param opening its first lines as they were read
     * @param leftOut what of the file stands in no passage, as keys below {@code office.furniture.}
     * @param from where it was sent from, if it was
     * @param inboxFile its name among the files that were taken from the inbox folder, if it came by it
     */
    record Paper(
            long id,
            String fileName,
            boolean withdrawn,
            int passages,
            boolean recognised,
            Optional<Rival> rival,
            Optional<String> failure,
            List<Field> fields,
            List<Effect> effects,
            String opening,
            List<String> leftOut,
            Optional<Address> from,
            Optional<String> inboxFile) {
        public Paper {
            fields = List.copyOf(fields);
            effects = List.copyOf(effects);
            leftOut = List.copyOf(leftOut);
        }

        /** Whether the office need not look at it: all fields are sure, and it takes nobody's place. */
        public boolean isSure() {
            return failure.isEmpty()
                    && !recognised
                    && rival.isEmpty()
                    && fields.stream().allMatch(Field::sure);
        }

        /** Its name in a list. */
        public String title() {
            String number = fields.isEmpty() ? "" : fields.get(0).value();
            String subject = fields.stream()
                    .filter(field -> field.name().equals("subject"))
                    .map(Field::value)
                    .findFirst()
                    .orElse("");
            String title = (number + (number.isBlank() || subject.isBlank() ? "" : " · ") + subject).strip();
            return title.isEmpty() ? fileName : title;
        }
    }

    /**
     * A field.
     *
     * @param name the key of its name, below {@code office.field.}
     * @param value as it is shown; days as 5/7/2023
     * @param words as they stand in the document; empty where nobody read them
     * @param sure whether nobody need look
     */
    record Field(String name, String value, String words, boolean sure) {}

    /**
     * What it does to others, or what it belongs to.
     *
     * @param name the key of its name, below {@code office.effect.}
     */
    record Effect(String name, String what) {}

    /**
     * A document that is held.
     *
     * @param same whether number, issuer and year agree
     * @param fields the same fields as the paper's, as far as they are known
     * @param opening its first lines
     */
    record Rival(String title, boolean same, List<Field> fields, String opening) {
        public Rival {
            fields = List.copyOf(fields);
        }
    }
}
