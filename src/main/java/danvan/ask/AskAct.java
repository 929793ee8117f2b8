package danvan.ask;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a button of an answer or of the office's list asks for. */
enum AskAct {
    /** A passage, by its key. */
    PASSAGE("p", 2),
    /** What the document of a passage holds; a page of it. */
    CONTENTS("d", 2, 3),
    /** The whole of a passage that was shown in part. */
    WHOLE("m", 3),
    /** What else can be done with an answer, of a passage or of the office's. */
    MENU("v", 1, 3),
    OTHERS("x", 1),
    /** Look in the documents, whatever the office has said. */
    IN_DOCUMENTS("l", 1),
    /** The next questions are about this document. */
    GO_ON("t", 1),
    TO_THE_OFFICE("o", 1),
    /** Useful, 1, or not, 0. */
    JUDGE("u", 2),
    /** Of several documents of one number, the issuer that is meant, by a candidate's place. */
    ISSUER("i", 2),
    CANDIDATE("c", 2),
    SEND("s", 1),
    RETYPE("e", 1),
    DROP("q", 1),
    /** The office replies to a question, named by member and number. */
    REPLY("r", 2),
    /** The office takes a question, with those like it, off its list. */
    DISMISS("b", 2),
    /** A reply is kept for others, for so many months. */
    KEEP("k", 3),
    APPROVE("a", 2),
    /** A kept reply is used no more. */
    END("w", 2),
    /** A passage that was offered as near is what was asked for. */
    LEARN("j", 3),
    LEARN_APPROVE("y", 2),
    LEARN_END("n", 2);

    private static final String BETWEEN = ":";

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final Set<Integer> lengths;

    AskAct(String code, Integer... lengths) {
        this.code = code;
        this.lengths = Set.of(lengths);
    }

    /**
     * A tap as it was read.
     *
     * @param parts what the button carries
     */
    record Tapped(AskAct act, List<String> parts) {
        Tapped {
            parts = List.copyOf(parts);
        }

        /** A number it carries; what is none stands for nothing that is there. */
        int number(int at) {
            return parts.get(at).matches("\\d{1,9}") ? Integer.parseInt(parts.get(at)) : Integer.MAX_VALUE;
        }
    }

    /** Its letter in buttons. Buttons stay in chats for years: letters are not given a new meaning. */
    String code() {
        return code;
    }

    /** What a button carries that asks for this. */
    String button(Object... parts) {
        return Stream.concat(Stream.of(Ask.NAME, code), Stream.of(parts).map(Object::toString))
                .collect(Collectors.joining(BETWEEN));
    }

    /** Empty where no button of any version carries that. */
    static Optional<Tapped> read(String action) {
        List<String> all = List.of(action.split(BETWEEN, -1));
        List<String> parts = all.subList(1, all.size());
        return Stream.of(values())
                .filter(act -> act.code.equals(all.get(0)) && act.lengths.contains(parts.size()))
                .findFirst()
                .map(act -> new Tapped(act, parts));
    }
}
