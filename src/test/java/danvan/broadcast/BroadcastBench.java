package danvan.broadcast;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Prints how long a turn's write waits while 20,000 people are put on a broadcast's list, and how long that takes. */
final class BroadcastBench {
    private BroadcastBench() {}

    public static void main(String[] arguments) throws Exception {
        int people = Integer.parseInt(arguments[0]);
        try (Crowd crowd = new Crowd(Files.createTempDirectory("broadcast-bench"), people)) {
            print("idle", writes(crowd, 500, Long.MAX_VALUE));
            long before = System.nanoTime();
            crowd.begins();
            List<Long> during = writes(crowd, Integer.MAX_VALUE, people);
            System.out.printf("%d people enlisted in %.1f s%n", people, (System.nanoTime() - before) / 1e9);
            print("meanwhile", during);
        }
    }

    private static List<Long> writes(Crowd crowd, int most, long until) throws InterruptedException {
        List<Long> micros = new ArrayList<>();
        for (int i = 0; i < most && (until == Long.MAX_VALUE || crowd.enlisted() < until); i++) {
            long before = System.nanoTime();
            crowd.database.change(
                    tx -> tx.update(
                            "INSERT INTO setting (name, value) VALUES ('bench', '1') ON CONFLICT (name) DO UPDATE SET value = '2'"));
            micros.add((System.nanoTime() - before) / 1_000);
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return micros;
    }

    private static void print(String when, List<Long> micros) {
        Collections.sort(micros);
        System.out.printf(
                "%s: %d writes, p50 %.1f ms, p99 %.1f ms, most %.1f ms%n",
                when,
                micros.size(),
                micros.get(micros.size() / 2) / 1000.0,
                micros.get(micros.size() * 99 / 100) / 1000.0,
                micros.get(micros.size() - 1) / 1000.0);
    }
}
