/**
 * Sentence embeddings, an option: texts become vectors that lie near each other where the texts mean alike. The model is
 * the operator's; ONNX Runtime and the tokenizer library are on the class path only where they are wanted. The way in is
 * {@link danvan.library.embedding.EmbeddingModel}.
 */
@org.jspecify.annotations.NullMarked
package danvan.library.embedding;
