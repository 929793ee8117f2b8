package danvan.library.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** all-MiniLM-L6-v2, an English model of 23 MB, as an operator would lay it into a folder. */
public final class SmallModel {
    private static final String NAME = "/all-minilm-l6-v2-q";

    private SmallModel() {}

    /**
     * Lays the model into a folder.
     *
     * @param folder made where it is missing
     */
    public static Path in(Path folder) {
        try {
            Files.createDirectories(folder);
            copy(NAME + ".onnx", folder.resolve("model.onnx"));
            copy(NAME + "-tokenizer.json", folder.resolve("tokenizer.json"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(String resource, Path file) throws IOException {
        try (InputStream in = SmallModel.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is not on the class path");
            }
            Files.copy(in, file);
        }
    }
}
