package danvan.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts one document after the other into an index on disk, and says which is safe, until it is killed. */
final class FilledIndex {
    static final int PASSAGES = 30;

    private FilledIndex() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        try (Library library = Library.open(folder.resolve("base"), folder.resolve("index"), problem -> {})) {
            for (int number = Integer.parseInt(arguments[1]); ; number++) {
                String id = "vb-" + number;
                List<Passage> passages = new ArrayList<>();
                for (int i = 0; i < PASSAGES; i++) {
                    passages.add(new Passage(
                            id,
                            "p" + i,
                            "vi",
                            "Việc thứ " + i + " của văn bản " + number,
                            "Văn bản " + number + " giao thôn số " + i + " báo cáo trước ngày " + (i + 1) + ".",
                            Optional.empty(),
                            Optional.empty(),
                            "",
                            Validity.ALWAYS));
                }
                library.put(document(id), passages, String.valueOf(number), List.of());
                System.out.println(number);
            }
        }
    }

    private static Document document(String id) {
        return new Document(
                id,
                "vi",
                Optional.empty(),
                "Văn bản",
                id,
                id,
                "",
                Optional.empty(),
                Validity.ALWAYS,
                List.of(),
                List.of(),
                "",
                List.of(),
                Path.of(id));
    }
}
