package danvan.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Many people at once on the same forms. */
class ManyDialogsTest {
    private static final int THREADS = 8;
    private static final int DIALOGS = 60;

    /** One person's dialog, whose every answer names the person. */
    private record Person(int number, Form form, FormContext context, List<String> answers) {
        static Person of(int number, Form f9, Form households, Form cascade) {
            var language = List.of("vi", "tr", "en").get(number % 3);
            var name = "người " + number;
            var form = List.of(f9, households, cascade).get(number % 4 % 3);
            var answers = form == f9
                    ? List.of("", name, "1", name, "dün", "" + number, "1", "" + number, name, "", name, "2", "")
                    : form == households
                            ? List.of(name, "3", "" + number % 15, "1", "", "1", name + "b", "1", "0", "", name)
                            : List.of("1", number % 2 == 0 ? "hm" : "hl", "", name);
            return new Person(number, form, new FormContext(Dialog.NOW, language, name), answers);
        }

        FormState begin() {
            try (var session = form.begin(context, "p" + number)) {
                return session.state();
            }
        }

        FormState next(FormState state, String text) {
            try (var session = form.open(state, context)) {
                session.current();
                assertThat(session.answer(new Answer.Typed(text)))
                        .as("%s", this)
                        .isInstanceOf(Outcome.Accepted.class);
                return session.state();
            }
        }

        Submission finish(FormState state) {
            try (var session = form.open(state, context)) {
                session.summary();
                var finish = session.finish();
                assertThat(finish).as("%s", this).isInstanceOf(Finish.Finished.class);
                return ((Finish.Finished) finish).submission();
            }
        }

        Submission alone() {
            var state = begin();
            for (var answer : answers) {
                state = next(state, answer);
            }
            return finish(state);
        }
    }

    private static Person onF9(Form f9) {
        return Person.of(4, f9, f9, f9);
    }

    /** A person's next message: whichever thread is free takes it. */
    private record Turn(Person person, FormState state, int next) {}

    @Test
    void sixtyInterleavedDialogsOnEightThreadsAreNeverMixedUp() throws Exception {
        var f9 = Dialog.form(Path.of("knowledge-base/forms"), "f9");
        var households = Dialog.form(Path.of("src/test/resources/forms"), "households");
        var cascade = Dialog.form(Path.of("src/test/resources/forms"), "cascade");
        var people = new ArrayList<Person>();
        for (int i = 0; i < DIALOGS; i++) {
            people.add(Person.of(i, f9, households, cascade));
        }
        var expected = people.stream().map(Person::alone).toList();
        Collections.shuffle(people, new Random(7));

        var waiting = new ConcurrentLinkedQueue<Turn>();
        people.forEach(person -> waiting.add(new Turn(person, person.begin(), 0)));
        var done = new ConcurrentLinkedQueue<Submission>();
        Callable<Void> worker = () -> {
            for (var turn = waiting.poll(); turn != null; turn = waiting.poll()) {
                var person = turn.person();
                if (turn.next() == person.answers().size()) {
                    done.add(person.finish(turn.state()));
                } else {
                    var state = person.next(turn.state(), person.answers().get(turn.next()));
                    waiting.add(new Turn(person, state, turn.next() + 1));
                }
            }
            return null;
        };
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (var result : threads.invokeAll(Collections.nCopies(THREADS, worker))) {
                result.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(done).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void formsCanBeLoadedByManyThreadsAtOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<Submission> load = () ->
                    onF9(Dialog.form(Path.of("knowledge-base/forms"), "f9")).alone();
            for (var result : threads.invokeAll(Collections.nCopies(THREADS, load))) {
                assertThat(result.get().value("what")).contains("người 4");
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
