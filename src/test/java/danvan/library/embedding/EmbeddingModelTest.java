package danvan.library.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator may lay into the folder of the model, and what is said where it is wrong. */
class EmbeddingModelTest {
    @TempDir
    Path folder;

    @Test
    void aFolderThatLacksSomething() throws IOException {
        assertThatThrownBy(() -> EmbeddingModel.in(folder.resolve("nowhere")))
                .isInstanceOf(EmbeddingException.class)
                .hasMessageContaining("holds no model.onnx");
        Files.writeString(folder.resolve("any.onnx"), "x");
        assertThatThrownBy(() -> EmbeddingModel.in(folder)).hasMessageContaining("holds no tokenizer.json");
        Files.writeString(folder.resolve("tokenizer.json"), "{}");
        assertThatThrownBy(() -> EmbeddingModel.in(folder).load())
                .isInstanceOf(EmbeddingException.class)
                .hasMessageContaining("does not load");
    }

    @Test
    void settingsThatAreNotUnderstood() throws IOException {
        SmallModel.in(folder.resolve("model"));
        for (String wrong :
                new String[] {"pooling=max", "max-tokens=0", "max-tokens=many", "prefix=x", "pooling=\\u00zz"}) {
            Files.writeString(folder.resolve("model/embeddings.properties"), wrong);
            assertThatThrownBy(() -> EmbeddingModel.in(folder.resolve("model")))
                    .as(wrong)
                    .isInstanceOf(EmbeddingException.class)
                    .hasMessageContaining("embeddings.properties");
        }
    }

    /** The e5 models were trained with a word before each text; their folder is called after them. */
    @Test
    void prefixesByTheNameOfTheModel() throws IOException {
        assertThat(EmbeddingModel.in(SmallModel.in(folder.resolve("multilingual-e5-small"))))
                .returns("query: ", EmbeddingModel::queryPrefix)
                .returns("passage: ", EmbeddingModel::passagePrefix);
        Path other = SmallModel.in(folder.resolve("base512"));
        assertThat(EmbeddingModel.in(other).queryPrefix()).isEmpty();
        Files.writeString(other.resolve("embeddings.properties"), "query-prefix=ask: \n");
        assertThat(EmbeddingModel.in(other).queryPrefix()).isEqualTo("ask: ");
    }

    @Test
    void vectorsLieNearEachOtherWhereTextsMeanAlike() {
        try (Embedder embedder =
                EmbeddingModel.in(SmallModel.in(folder.resolve("model"))).load()) {
            float[] question = embedder.ofQuestion("When is the rubbish taken away?");
            double near = product(question, embedder.ofPassage("Refuse collection takes place on Tuesdays."));
            double far = product(question, embedder.ofPassage("The choir sings on Tuesdays."));
            assertThat(product(question, question)).isBetween(0.999, 1.001);
            assertThat(near).isGreaterThan(far + 0.2);
            assertThat(embedder.ofPassage("word ".repeat(20_000))).hasSameSizeAs(question);
            assertThat(embedder.ofQuestion("")).hasSameSizeAs(question);
        }
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** The jar has neither library: who sets the setting without them is told what to put where. */
    @Test
    void withoutTheLibrariesOnTheClassPath() throws Exception {
        Path model = SmallModel.in(folder.resolve("model"));
        URL[] without = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(path -> !path.contains("onnxruntime") && !path.contains("tokenizers"))
                .map(EmbeddingModelTest::url)
                .toArray(URL[]::new);
        try (var loader = new URLClassLoader(without, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = loader.loadClass(EmbeddingModel.class.getName());
            Object read = type.getMethod("in", Path.class).invoke(null, model);
            assertThatThrownBy(() -> type.getMethod("load").invoke(read))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasMessageContaining("not on the class path")
                    .hasMessageContaining("java -cp");
        }
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
