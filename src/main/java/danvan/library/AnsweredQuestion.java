package danvan.library;

/** A question that somebody answered outside the documents, with the answer. */
public record AnsweredQuestion(String language, String question, String answer) {}
