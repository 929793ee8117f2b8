package danvan.library.embedding;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A transformer in ONNX, run on the CPU. */
final class OnnxEmbedder implements Embedder {
    /** Of the tokenizer library: it would ask the network for a library that its jar lacks. */
    private static final String OFFLINE = "ai.djl.offline";

    /** Cadres' messages and reminders run beside it. */
    private static final int THREADS = 1;

    private static final int OF_TOKENS = 3;

    private final EmbeddingModel model;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    private OnnxEmbedder(
            EmbeddingModel model, OrtEnvironment environment, OrtSession session, HuggingFaceTokenizer tokenizer) {
        this.model = model;
        this.environment = environment;
        this.session = session;
        this.tokenizer = tokenizer;
    }

    static OnnxEmbedder of(EmbeddingModel model) {
        System.setProperty(OFFLINE, "true");
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(THREADS);
            options.setInterOpNumThreads(THREADS);
            // Texts differ in length: what is kept for each shape would only grow.
            options.setMemoryPatternOptimization(false);
            options.setCPUArenaAllocator(false);
            HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.builder()
                    .optTokenizerPath(model.tokenizer())
                    .optTruncation(true)
                    .optMaxLength(model.mostTokens())
                    .optPadding(false)
                    .build();
            var embedder = new OnnxEmbedder(
                    model, environment, environment.createSession(model.model().toString(), options), tokenizer);
            embedder.ofQuestion("?");
            return embedder;
        } catch (OrtException | IOException | RuntimeException e) {
            throw new EmbeddingException(
                    "the embedding model " + model.model() + " does not load: " + e.getMessage()
                            + "; it must be a sentence-embedding model in ONNX with the tokenizer.json it came with",
                    e);
        }
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public float[] ofQuestion(String text) {
        return of(model.queryPrefix() + text);
    }

    @Override
    public float[] ofPassage(String text) {
        return of(model.passagePrefix() + text);
    }

    private float[] of(String text) {
        Encoding encoding = tokenizer.encode(text);
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        try {
            for (String input : session.getInputNames()) {
                inputs.put(input, OnnxTensor.createTensor(environment, new long[][] {input(input, encoding)}));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                return normalized(pooled(result));
            }
        } catch (OrtException e) {
            throw new EmbeddingException("the embedding model fails on a text: " + e.getMessage(), e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static long[] input(String name, Encoding encoding) {
        return switch (name) {
            case "input_ids" -> encoding.getIds();
            case "attention_mask" -> encoding.getAttentionMask();
            case "token_type_ids" -> encoding.getTypeIds();
            default -> throw new EmbeddingException("the embedding model asks for an input that is not known: " + name);
        };
    }

    /** Of a model that pools itself, what it says; else of its tokens, none of which is padding. */
    private float[] pooled(OrtSession.Result result) throws OrtException {
        for (Map.Entry<String, NodeInfo> output : session.getOutputInfo().entrySet()) {
            if (output.getValue().getInfo() instanceof TensorInfo info && info.getShape().length == 2) {
                return ((float[][]) result.get(output.getKey()).orElseThrow().getValue())[0].clone();
            }
        }
        if (!(result.get(0).getInfo() instanceof TensorInfo info) || info.getShape().length != OF_TOKENS) {
            throw new EmbeddingException("the model's output is no sentence's and no tokens' vectors");
        }
        float[][] tokens = ((float[][][]) result.get(0).getValue())[0];
        if (model.firstToken()) {
            return tokens[0].clone();
        }
        float[] sum = new float[tokens[0].length];
        for (float[] token : tokens) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += token[i];
            }
        }
        return sum;
    }

    private static float[] normalized(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        double length = Math.sqrt(squares);
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new EmbeddingException("the embedding model gives a text no direction");
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }

    @Override
    public void close() {
        tokenizer.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new EmbeddingException("closing the embedding model: " + e.getMessage(), e);
        }
    }
}
