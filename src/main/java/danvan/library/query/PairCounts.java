package danvan.library.query;

import java.util.Arrays;

/**
 * How often one word follows another: an open hash table of primitives, since a large collection has a million pairs and
 * a question asks for thousands of them.
 */
final class PairCounts {
    private static final long NONE = -1;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] keys = filled(1 << 12);
    private int[] counts = new int[1 << 12];
    private int used;

    private static long[] filled(int size) {
        long[] keys = new long[size];
        Arrays.fill(keys, NONE);
        return keys;
    }

    /** Word ids are never negative, so no key is {@link #NONE}. */
    private static long key(int first, int second) {
        return ((long) first << 32) | second;
    }

    /** Where this key stands, or would. */
    private int place(long key) {
        int place = (int) ((key * SPREAD) >>> 32) & (keys.length - 1);
        while (keys[place] != key && keys[place] != NONE) {
            place = (place + 1) & (keys.length - 1);
        }
        return place;
    }

    void add(int first, int second) {
        if (used * 2 > keys.length) {
            grow();
        }
        long key = key(first, second);
        int place = place(key);
        if (keys[place] == NONE) {
            keys[place] = key;
            used++;
        }
        counts[place]++;
    }

    int of(int first, int second) {
        int place = place(key(first, second));
        return keys[place] == NONE ? 0 : counts[place];
    }

    private void grow() {
        long[] before = keys;
        int[] countsBefore = counts;
        keys = filled(before.length * 2);
        counts = new int[before.length * 2];
        for (int i = 0; i < before.length; i++) {
            if (before[i] != NONE) {
                int place = place(before[i]);
                keys[place] = before[i];
                counts[place] = countsBefore[i];
            }
        }
    }
}
