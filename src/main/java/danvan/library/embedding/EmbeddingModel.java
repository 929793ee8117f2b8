package danvan.library.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * A folder with a sentence-embedding model: {@code model.onnx} (or its only {@code .onnx} file, or {@code onnx/model.onnx}),
 * {@code tokenizer.json} and, where the defaults do not fit, {@code embeddings.properties}.
 *
 * @param queryPrefix what the model wants before a question
 * @param passagePrefix what it wants before a passage
 * @param firstToken whether a text's vector is its first token's; else the mean of all
 * @param mostTokens what goes beyond is cut off
 * @param name of the model's content and settings
 */
public record EmbeddingModel(
        Path model,
        Path tokenizer,
        String queryPrefix,
        String passagePrefix,
        boolean firstToken,
        int mostTokens,
        String name) {
    static final String SETTINGS = "embeddings.properties";
    private static final List<String> KEYS = List.of("query-prefix", "passage-prefix", "pooling", "max-tokens");
    private static final int MOST_TOKENS = 512;
    private static final int BLOCK = 1 << 16;

    /**
     * Reads what lies in a folder, without loading the model.
     *
     * @throws EmbeddingException if something is missing or not understood
     */
    public static EmbeddingModel in(Path folder) {
        try {
            Path model = model(folder)
                    .orElseThrow(() -> new EmbeddingException(folder + " holds no model.onnx; put the model's ONNX file"
                            + " and its tokenizer.json there"));
            Path tokenizer = Stream.of(
                            folder.resolve("tokenizer.json"),
                            folder.resolve("onnx").resolve("tokenizer.json"))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> new EmbeddingException(
                            folder + " holds no tokenizer.json; it comes with the model, put it beside the ONNX file"));
            Properties settings = settings(folder.resolve(SETTINGS));
            // The models called e5 were trained with these; without them they rank clearly worse.
            boolean e5 = folder.toRealPath()
                    .getFileName()
                    .toString()
                    .toLowerCase(Locale.ROOT)
                    .matches("(.*[^a-z0-9])?e5([^a-z0-9].*)?");
            String query = settings.getProperty("query-prefix", e5 ? "query: " : "");
            String passage = settings.getProperty("passage-prefix", e5 ? "passage: " : "");
            boolean firstToken = switch (settings.getProperty("pooling", "mean").strip()) {
                case "mean" -> false;
                case "cls" -> true;
                default ->
                    throw new EmbeddingException(folder.resolve(SETTINGS) + ": pooling is mean or cls, not "
                            + settings.getProperty("pooling"));
            };
            int most = mostTokens(folder, settings);
            String name = name(List.of(model, tokenizer), query + '\n' + passage + '\n' + firstToken + '\n' + most);
            return new EmbeddingModel(model, tokenizer, query, passage, firstToken, most, name);
        } catch (IOException e) {
            throw new EmbeddingException("the embedding model in " + folder + " cannot be read: " + e, e);
        }
    }

    private static Optional<Path> model(Path folder) throws IOException {
        Optional<Path> named = Stream.of("model.onnx", "onnx/model.onnx")
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
        if (named.isPresent() || !Files.isDirectory(folder)) {
            return named;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> any = files.filter(file -> file.toString().endsWith(".onnx"))
                    .limit(2)
                    .toList();
            return any.size() == 1 ? Optional.of(any.get(0)) : Optional.empty();
        }
    }

    private static Properties settings(Path file) throws IOException {
        Properties settings = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                settings.load(reader);
            } catch (IllegalArgumentException e) {
                throw new EmbeddingException(file + " is not a properties file: " + e.getMessage(), e);
            }
        }
        for (String key : settings.stringPropertyNames()) {
            if (!KEYS.contains(key)) {
                throw new EmbeddingException(file + ": there is no setting " + key + "; there are " + KEYS);
            }
        }
        return settings;
    }

    private static int mostTokens(Path folder, Properties settings) {
        String text =
                settings.getProperty("max-tokens", String.valueOf(MOST_TOKENS)).strip();
        if (!text.matches("[1-9][0-9]{0,4}")) {
            throw new EmbeddingException(
                    folder.resolve(SETTINGS) + ": max-tokens is a number such as 512, not " + text);
        }
        return Integer.parseInt(text);
    }

    private static String name(List<Path> files, String settings) throws IOException {
        CRC32C sum = new CRC32C();
        byte[] block = new byte[BLOCK];
        long size = 0;
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                for (int read = in.read(block); read >= 0; read = in.read(block)) {
                    sum.update(block, 0, read);
                    size += read;
                }
            }
        }
        sum.update(settings.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue()) + '-' + Long.toString(size, Character.MAX_RADIX);
    }

    /**
     * Loads the model.
     *
     * @throws EmbeddingException if it does not load, or the libraries for it are not on the class path
     */
    public Embedder load() {
        try {
            return OnnxEmbedder.of(this);
        } catch (NoClassDefFoundError e) {
            throw new EmbeddingException(
                    "ONNX Runtime or the tokenizer library is not on the class path (" + e.getMessage()
                            + " is missing); put their jars in a folder and start with"
                            + " java -cp 'danvan-bot.jar:FOLDER/*' danvan.Main",
                    e);
        } catch (LinkageError e) {
            throw new EmbeddingException(
                    "the native libraries of ONNX Runtime or of the tokenizers do not load on this machine: " + e, e);
        }
    }
}
