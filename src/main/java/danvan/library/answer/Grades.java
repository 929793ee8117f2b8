package danvan.library.answer;

/** From which confidence on a passage is given as the answer, and from which as the nearest. */
interface Grades {
    boolean isSure(double confidence);

    boolean isLikely(double confidence);
}
