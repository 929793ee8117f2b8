package danvan.outbox;

import danvan.chat.Address;
import danvan.chat.Outgoing;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what it is handed, and answers as it was told to for each text; delivered where it was told nothing. */
final class ScriptedCourier implements Courier {
    record Handed(long at, Address to, String text) {}

    private final List<Handed> handed = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<CompletableFuture<Delivery>>> script = new ConcurrentHashMap<>();

    /** The next time this text is handed over, the answer is this. */
    ScriptedCourier answers(String text, Delivery delivery) {
        script.computeIfAbsent(text, any -> new ConcurrentLinkedQueue<>())
                .add(CompletableFuture.completedFuture(delivery));
        return this;
    }

    /** The next time this text is handed over, the answer is long in coming: until the returned future is completed. */
    CompletableFuture<Delivery> holds(String text) {
        CompletableFuture<Delivery> answer = new CompletableFuture<>();
        script.computeIfAbsent(text, any -> new ConcurrentLinkedQueue<>()).add(answer);
        return answer;
    }

    @Override
    public CompletableFuture<Delivery> deliver(Address to, Outgoing what) {
        String text = what instanceof Outgoing.Message message ? message.text() : ((Outgoing.Ack) what).tapId();
        handed.add(new Handed(System.nanoTime(), to, text));
        Queue<CompletableFuture<Delivery>> answers = script.getOrDefault(text, new ConcurrentLinkedQueue<>());
        CompletableFuture<Delivery> answer = answers.poll();
        return answer == null ? CompletableFuture.completedFuture(new Delivery.Delivered("r-" + text)) : answer;
    }

    List<Handed> handed() {
        return handed;
    }

    List<String> texts() {
        return handed.stream().map(Handed::text).toList();
    }

    long times(String text) {
        return handed.stream().filter(one -> one.text().equals(text)).count();
    }

    /** When a text was handed over, {@link System#nanoTime}. */
    long when(String text, int time) {
        return handed.stream()
                .filter(one -> one.text().equals(text))
                .toList()
                .get(time)
                .at();
    }
}
