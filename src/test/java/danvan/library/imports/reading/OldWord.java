package danvan.library.imports.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Writes a file of Word 97, as far as it takes to have runs, hidden ones among them, and footnotes. */
@SuppressWarnings({"ArrayRecordComponent", "ByteBufferBackingArray"
}) // Compared by nobody; each buffer is allocated here.
final class OldWord {
    private static final int TEXT_AT = 1024;
    private static final int PAGE = 512;
    private static final byte[] HIDDEN = {0x3C, 0x08, 1};
    private static final byte[] MARK = {0x55, 0x08, 1};

    private record Run(int characters, byte[] properties) {}

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder notes = new StringBuilder();
    private final List<Run> runs = new ArrayList<>();
    private final List<Run> noteRuns = new ArrayList<>();
    private final List<Integer> references = new ArrayList<>();
    private final List<Integer> noteStarts = new ArrayList<>();

    OldWord text(String said) {
        return add(said, new byte[0]);
    }

    OldWord hidden(String said) {
        return add(said, HIDDEN);
    }

    /** Ends the paragraph. */
    OldWord end() {
        return text("\r");
    }

    OldWord note(String said) {
        references.add(text.length());
        add("\u0002", MARK);
        noteStarts.add(notes.length());
        notes.append("\u0002 ").append(said).append('\r');
        noteRuns.add(new Run(1, MARK));
        noteRuns.add(new Run(said.length() + 2, new byte[0]));
        return this;
    }

    private OldWord add(String said, byte[] properties) {
        text.append(said);
        runs.add(new Run(said.length(), properties));
        return this;
    }

    byte[] bytes() throws IOException {
        int main = text.length();
        noteStarts.add(notes.length());
        String whole = text.toString() + notes + (notes.isEmpty() ? "" : "\r");
        List<Run> all = new ArrayList<>(runs);
        all.addAll(noteRuns);
        if (!notes.isEmpty()) {
            all.add(new Run(1, new byte[0]));
        }
        byte[] characters = whole.getBytes(StandardCharsets.UTF_16LE);
        int pages = (TEXT_AT + characters.length + PAGE - 1) / PAGE;
        ByteBuffer document = buffer((pages + 2) * PAGE);
        document.put(TEXT_AT, characters);
        document.put(pages * PAGE, characterPage(all));
        document.put((pages + 1) * PAGE, paragraphPage(whole));

        ByteArrayOutputStream table = new ByteArrayOutputStream();
        document.putShort(0, (short) 0xA5EC).putShort(2, (short) 0xC1).putShort(10, (short) 0x1200);
        document.putShort(12, (short) 0xBF).putInt(24, TEXT_AT).putInt(28, TEXT_AT + characters.length);
        document.putShort(32, (short) 14).putShort(62, (short) 22);
        document.putInt(64, document.capacity()).putInt(64 + 3 * 4, main).putInt(64 + 4 * 4, whole.length() - main);
        document.putShort(152, (short) 0x5D);
        put(document, table, 1, styles());
        if (!references.isEmpty()) {
            put(document, table, 2, references());
            put(document, table, 3, noteTexts());
        }
        put(document, table, 6, sections(whole.length()));
        put(document, table, 12, page(characters.length, pages));
        put(document, table, 13, page(characters.length, pages + 1));
        put(document, table, 15, fonts());
        put(document, table, 31, new byte[600]);
        put(document, table, 33, pieces(whole.length()));
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            file.createDocument(new ByteArrayInputStream(document.array()), "WordDocument");
            file.createDocument(new ByteArrayInputStream(padded(table.toByteArray())), "1Table");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] padded(byte[] table) {
        return buffer(Math.max(4096, table.length)).put(table).array();
    }

    /** A structure of the table stream and where it stands. */
    private static void put(ByteBuffer document, ByteArrayOutputStream table, int field, byte[] structure) {
        document.putInt(154 + field * 8, table.size()).putInt(158 + field * 8, structure.length);
        table.writeBytes(structure);
    }

    private static byte[] characterPage(List<Run> runs) {
        ByteBuffer page = buffer(PAGE);
        int at = TEXT_AT;
        int properties = PAGE - 2;
        for (int i = 0; i < runs.size(); i++) {
            page.putInt(i * 4, at);
            at += runs.get(i).characters() * 2;
            byte[] own = runs.get(i).properties();
            if (own.length > 0) {
                properties -= own.length + 1 + (own.length + 1) % 2;
                page.put(properties, (byte) own.length).put(properties + 1, own);
                page.put((runs.size() + 1) * 4 + i, (byte) (properties / 2));
            }
        }
        page.putInt(runs.size() * 4, at).put(PAGE - 1, (byte) runs.size());
        return page.array();
    }

    private static byte[] paragraphPage(String whole) {
        List<Integer> ends = new ArrayList<>();
        for (int i = whole.indexOf('\r'); i >= 0; i = whole.indexOf('\r', i + 1)) {
            ends.add(i + 1);
        }
        ByteBuffer page = buffer(PAGE);
        page.putInt(0, TEXT_AT);
        int properties = PAGE - 6;
        page.put(properties + 1, (byte) 1);
        for (int i = 0; i < ends.size(); i++) {
            page.putInt((i + 1) * 4, TEXT_AT + ends.get(i) * 2);
            page.put((ends.size() + 1) * 4 + i * 13, (byte) (properties / 2));
        }
        return page.put(PAGE - 1, (byte) ends.size()).array();
    }

    private static byte[] styles() {
        return buffer(20)
                .putShort((short) 18)
                .putShort((short) 0)
                .putShort((short) 10)
                .array();
    }

    private byte[] references() {
        ByteBuffer plex = buffer((references.size() + 1) * 4 + references.size() * 2);
        references.forEach(plex::putInt);
        plex.putInt(text.length());
        references.forEach(reference -> plex.putShort((short) 1));
        return plex.array();
    }

    private byte[] noteTexts() {
        ByteBuffer plex = buffer((noteStarts.size() + 1) * 4);
        noteStarts.forEach(plex::putInt);
        return plex.putInt(notes.length() + 1).array();
    }

    private static byte[] sections(int end) {
        return buffer(20).putInt(0).putInt(end).putShort((short) 0).putInt(-1).array();
    }

    private static byte[] page(int bytes, int number) {
        return buffer(12).putInt(TEXT_AT).putInt(TEXT_AT + bytes).putInt(number).array();
    }

    private static byte[] fonts() {
        byte[] name = "Arial\0".getBytes(StandardCharsets.UTF_16LE);
        ByteBuffer font = buffer(4 + 40 + name.length);
        font.putShort((short) 1).putShort((short) 0).put((byte) (39 + name.length));
        return font.put(44, name).array();
    }

    private static byte[] pieces(int characters) {
        ByteBuffer pieces = buffer(5 + 8 + 8);
        return pieces.put((byte) 2)
                .putInt(16)
                .putInt(0)
                .putInt(characters)
                .putShort((short) 0)
                .putInt(TEXT_AT)
                .putShort((short) 0)
                .array();
    }
}
