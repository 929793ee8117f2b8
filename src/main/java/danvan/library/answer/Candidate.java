package danvan.library.answer;

import danvan.library.confidence.Evidence;
import danvan.library.index.StoredPassage;

/** A passage that may answer a question, and how much speaks for it. */
record Candidate(StoredPassage item, double score, Evidence evidence, double confidence) {}
