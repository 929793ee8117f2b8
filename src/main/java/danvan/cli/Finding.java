package danvan.cli;

/**
 * One line of the doctor's.
 *
 * @param warns whether it is good today, and may not be one day
 * @param words what was found; where it is not good, also what to do about it
 */
record Finding(boolean good, boolean warns, String what, String words) {
    Finding(boolean good, String what, String words) {
        this(good, false, what, words);
    }

    static Finding warning(String what, String words) {
        return new Finding(true, true, what, words);
    }
}
