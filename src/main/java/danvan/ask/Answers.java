package danvan.ask;

import danvan.chat.Button;
import danvan.chat.Outgoing;
import danvan.chat.PersonalData;
import danvan.chat.Role;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.library.Document;
import danvan.library.Finding;
import danvan.library.Hit;
import danvan.library.Library;
import danvan.library.Passage;
import danvan.library.Question;
import danvan.storage.Tx;
import danvan.text.Language;
import danvan.text.Markup;
import danvan.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** From a question to what is said, and to what is said to the buttons below it. */
final class Answers {
    /** So long after a question a passage that is opened is taken to be opened for it. */
    private static final Duration STILL_MEANT = Duration.ofDays(1);

    private final Supplier<Library> library;
    private final Questions questions;
    private final Topics topics;
    private final CuratedAnswers curatedAnswers;
    private final LearnedWords learned;
    private final Office office;
    private final Texts texts;
    private final ZoneId zone;

    Answers(
            Supplier<Library> library,
            Questions questions,
            Topics topics,
            CuratedAnswers curatedAnswers,
            LearnedWords learned,
            Office office,
            Texts texts,
            ZoneId zone) {
        this.library = library;
        this.questions = questions;
        this.topics = topics;
        this.curatedAnswers = curatedAnswers;
        this.learned = learned;
        this.office = office;
        this.texts = texts;
        this.zone = zone;
    }

    Reply to(Turn turn, String words) {
        Library books = library.get();
        Topics.Topic topic = topics.of(turn.person().id(), turn.now());
        List<Search.Looked> all = search(turn, books).message(words, topic);
        long first = questions.next(turn.person().id());
        Reply reply = Reply.nothing();
        for (int i = 0; i < all.size(); i++) {
            Search.Looked looked = all.get(i);
            String heading = all.size() > 1 ? (i + 1) + "/" + all.size() + " " + looked.words() : "";
            reply = told(turn, books, reply, looked, first + i, heading);
        }
        return topic.document().isEmpty()
                ? reply
                : stayed(turn, reply, topic.document().get(), all);
    }

    /** A chosen document stays the topic while it answers. */
    private static Reply stayed(Turn turn, Reply reply, String document, List<Search.Looked> all) {
        long member = turn.person().id();
        return all.stream().anyMatch(looked -> looked.within().isPresent())
                ? reply.andDo(tx -> Topics.choose(tx, member, document, turn.now()))
                : reply.andDo(tx -> Topics.end(tx, member));
    }

    private Reply told(Turn turn, Library books, Reply reply, Search.Looked looked, long number, String heading) {
        Turn spoken = inLanguageOf(turn, looked.finding().questionLanguage());
        Outgoing.Message message = message(spoken, books, looked, number);
        StringBuilder text = new StringBuilder();
        if (!heading.isEmpty()) {
            text.append(Markup.bold(heading)).append("\n\n");
        }
        if (looked.isJoined()) {
            text.append(spoken.say("ask.joined", "question", looked.searched())).append("\n\n");
        }
        looked.within()
                .flatMap(document -> books.document(document, "vi"))
                .ifPresent(document -> text.append(spoken.say("ask.within", "document", Citation.label(document)))
                        .append("\n\n"));
        boolean personal = !PersonalData.in(looked.searched()).isEmpty();
        Asked asked = new Asked(
                turn.person().id(),
                number,
                turn.now(),
                spoken.language(),
                looked.finding().questionLanguage(),
                personal ? "" : looked.words(),
                personal ? "" : looked.searched(),
                outcome(looked),
                shown(looked.finding()),
                Optional.empty(),
                turn.address(),
                turn.person().unit(),
                Optional.empty(),
                Optional.empty());
        return reply.andSay(text + message.text(), message.buttons()).andDo(tx -> Questions.add(tx, asked));
    }

    private Outgoing.Message message(Turn turn, Library books, Search.Looked looked, long number) {
        AnswerView view = view(turn, books);
        if (looked.curated().isPresent()) {
            CuratedAnswer answer = looked.curated().get();
            return view.curated(number, answer, office.nameOf(answer.office()));
        }
        return looked.finding().accept(new Finding.Visitor<>() {
            @Override
            public Outgoing.Message found(Finding.Found found) {
                return view.found(number, looked.searched(), found);
            }

            @Override
            public Outgoing.Message likely(Finding.Likely likely) {
                return view.likely(number, looked.searched(), likely);
            }

            @Override
            public Outgoing.Message whichDocument(Finding.WhichDocument which) {
                return view.which(number, which.candidates());
            }

            @Override
            public Outgoing.Message notFound(Finding.NotFound notFound) {
                return view.notFound(number, notFound);
            }
        });
    }

    private static Asked.Outcome outcome(Search.Looked looked) {
        if (looked.curated().isPresent()) {
            return Asked.Outcome.CURATED;
        }
        return looked.finding().accept(new Finding.Visitor<>() {
            @Override
            public Asked.Outcome found(Finding.Found found) {
                return Asked.Outcome.FOUND;
            }

            @Override
            public Asked.Outcome likely(Finding.Likely likely) {
                return Asked.Outcome.LIKELY;
            }

            @Override
            public Asked.Outcome whichDocument(Finding.WhichDocument which) {
                return Asked.Outcome.WHICH;
            }

            @Override
            public Asked.Outcome notFound(Finding.NotFound notFound) {
                return Asked.Outcome.NOT_FOUND;
            }
        });
    }

    private static List<Asked.Ref> shown(Finding finding) {
        return finding.accept(new Finding.Visitor<>() {
            @Override
            public List<Asked.Ref> found(Finding.Found found) {
                return refs(found.best(), found.others());
            }

            @Override
            public List<Asked.Ref> likely(Finding.Likely likely) {
                return refs(likely.best(), likely.others());
            }

            @Override
            public List<Asked.Ref> whichDocument(Finding.WhichDocument which) {
                return which.candidates().stream().map(Asked.Ref::to).toList();
            }

            @Override
            public List<Asked.Ref> notFound(Finding.NotFound notFound) {
                return notFound.nearMisses().stream().map(Asked.Ref::to).toList();
            }
        });
    }

    private static List<Asked.Ref> refs(Hit best, List<Hit> others) {
        return Stream.concat(Stream.of(best), others.stream())
                .map(Asked.Ref::to)
                .toList();
    }

    /** A passage chosen by a button. */
    Reply passage(Turn turn, Passage passage) {
        Outgoing.Message message = view(turn, library.get()).passage(passage);
        List<List<Button>> rows = new ArrayList<>(message.buttons());
        questions
                .latest(turn.person().id(), turn.now().minus(STILL_MEANT))
                .filter(asked -> isOfferedAsNear(asked, passage))
                .ifPresent(asked -> rows.add(
                        0,
                        List.of(new Button(
                                turn.plain("ask.thisWasIt"),
                                AskAct.LEARN.button(asked.number(), PassageKey.of(passage))))));
        return Reply.say(message.text(), rows);
    }

    /** Whether the question was not answered, and this passage was one of those offered. */
    private static boolean isOfferedAsNear(Asked asked, Passage passage) {
        return !asked.heldPersonalData()
                && (asked.outcome() == Asked.Outcome.NOT_FOUND || asked.outcome() == Asked.Outcome.LIKELY)
                && asked.shown().contains(Asked.Ref.to(passage));
    }

    /** Whoever asked says that a passage offered as near is what was wanted. */
    Reply learned(Turn turn, Asked asked, Passage passage) {
        if (!isOfferedAsNear(asked, passage)) {
            return gone(turn);
        }
        return Reply.nothing()
                .andToast(inLanguage(turn, asked).plain("ask.judged"))
                .andDo(tx -> {
                    Questions.judge(tx, asked, true);
                    LearnedWords.propose(
                            tx, asked, Asked.Ref.to(passage), LearnedWords.Source.TAPPED, asked.member(), turn.now());
                });
    }

    /** What a document holds; another page takes the place of the one before. */
    Reply contents(Turn turn, Passage any, Optional<Integer> page) {
        Outgoing.Message message = view(turn, library.get()).contents(any, page.orElse(0));
        return page.isPresent()
                ? Reply.nothing().andRewrite(turn, message.text(), message.buttons())
                : Reply.say(message.text(), message.buttons());
    }

    /** The rest of a passage that was cut, in the place of the excerpt where it fits into one message. */
    Reply whole(Turn turn, Asked asked, Passage passage) {
        Library books = library.get();
        Finding finding = search(turn, books).inDocuments(asked.searched()).finding();
        var telling = Search.hits(finding).stream()
                .filter(hit -> hit.passage().equals(passage))
                .findFirst()
                .map(Hit::tellingWords)
                .orElse(List.of());
        Outgoing.Message message =
                view(inLanguage(turn, asked), books).whole(asked.number(), asked.searched(), passage, telling);
        return message.text().length() <= AnswerView.MOST_IN_AN_EDIT
                ? Reply.nothing().andRewrite(turn, message.text(), message.buttons())
                : Reply.say(message.text(), message.buttons());
    }

    /** What else can be done with an answer. */
    Reply menu(Turn turn, Asked asked, Optional<Passage> passage) {
        Library books = library.get();
        AnswerView view = view(inLanguage(turn, asked), books);
        Outgoing.Message message = passage.map(of -> view.menu(asked, of))
                .orElseGet(() -> view.menu(
                        asked,
                        curatedAnswers.to(question(turn, asked), books),
                        turn.person().role().atLeast(Role.OFFICE)));
        return Reply.say(message.text(), message.buttons());
    }

    private Question question(Turn turn, Asked asked) {
        return new Question(asked.searched(), turn.language().code(), today(turn));
    }

    Reply others(Turn turn, Asked asked) {
        Library books = library.get();
        List<Passage> passages = asked.shown().stream()
                .skip(1)
                .flatMap(ref -> ref.passageIn(books).stream())
                .toList();
        Outgoing.Message message = view(inLanguage(turn, asked), books).others(asked.number(), passages);
        return Reply.say(message.text(), message.buttons());
    }

    /** The documents' answer to a question the office had answered. */
    Reply inDocuments(Turn turn, Asked asked) {
        Library books = library.get();
        Search.Looked looked = search(turn, books).inDocuments(asked.searched());
        return told(turn, books, Reply.nothing(), looked, questions.next(asked.member()), "");
    }

    /** Which issuer's document was meant; asks for the year where that leaves several. */
    Reply issuer(Turn turn, Asked asked, int choice) {
        Library books = library.get();
        List<Document> candidates = candidates(asked, books);
        if (choice >= candidates.size()) {
            return gone(turn);
        }
        String issuer = candidates.get(choice).issuer();
        List<Document> left = candidates.stream()
                .filter(document -> document.issuer().equals(issuer))
                .toList();
        if (left.size() == 1) {
            return candidate(turn, asked, choice);
        }
        Outgoing.Message message = view(inLanguage(turn, asked), books).which(asked.number(), candidates, left);
        return Reply.nothing().andRewrite(turn, message.text(), message.buttons());
    }

    /** Which document was meant: the question is answered from it, or it is shown from its beginning. */
    Reply candidate(Turn turn, Asked asked, int choice) {
        Library books = library.get();
        List<Document> candidates = candidates(asked, books);
        if (choice >= candidates.size()) {
            return gone(turn);
        }
        Document document = candidates.get(choice);
        Search.Looked looked = search(turn, books).in(document.id(), asked.searched());
        if (!Search.hits(looked.finding()).isEmpty() && !(looked.finding() instanceof Finding.NotFound)) {
            return told(turn, books, Reply.nothing(), looked, questions.next(asked.member()), "");
        }
        return books.passages(document.id(), document.language()).stream()
                .findFirst()
                .map(passage -> passage(turn, passage))
                .orElseGet(() -> gone(turn));
    }

    private static List<Document> candidates(Asked asked, Library books) {
        return asked.shown().stream()
                .flatMap(ref -> ref.documentIn(books).stream())
                .toList();
    }

    Reply judged(Turn turn, Asked asked, boolean useful) {
        Turn spoken = inLanguage(turn, asked);
        Reply reply =
                Reply.nothing().andToast(spoken.plain("ask.judged")).andDo(tx -> judge(tx, asked, useful, turn.now()));
        if (useful || asked.useful().filter(before -> !before).isPresent()) {
            return reply;
        }
        AnswerView view = view(spoken, library.get());
        return reply.andSay(
                spoken.say("ask.whatNow"),
                asked.shown().size() > 1 && asked.outcome().isQuoted()
                        ? List.of(List.of(view.others(asked.number())), List.of(view.toTheOffice(asked.number())))
                        : List.of(List.of(view.toTheOffice(asked.number()))));
    }

    /** A passage shown as the nearest that is judged useful was the answer. */
    private static void judge(Tx tx, Asked asked, boolean useful, Instant now) {
        Questions.judge(tx, asked, useful);
        if (useful
                && asked.outcome() == Asked.Outcome.LIKELY
                && asked.reply().isEmpty()
                && !asked.shown().isEmpty()) {
            LearnedWords.propose(tx, asked, asked.shown().get(0), LearnedWords.Source.TAPPED, asked.member(), now);
        }
    }

    /** The next questions are about this answer's document. */
    Reply goOn(Turn turn, Asked asked) {
        Library books = library.get();
        return asked.shown().stream()
                .findFirst()
                .flatMap(ref -> ref.documentIn(books))
                .map(document -> Reply.say(
                                inLanguage(turn, asked).say("ask.goOnAbout", "document", Citation.label(document)))
                        .andDo(tx -> Topics.choose(tx, asked.member(), document.id(), turn.now())))
                .orElseGet(() -> gone(turn));
    }

    private static Reply gone(Turn turn) {
        return Reply.nothing().andToast(turn.plain("ask.gone"));
    }

    private Search search(Turn turn, Library books) {
        return new Search(
                books, curatedAnswers::to, learned::to, turn.language().code(), today(turn));
    }

    private AnswerView view(Turn turn, Library books) {
        return new AnswerView(books, turn.texts(), today(turn));
    }

    private LocalDate today(Turn turn) {
        return LocalDate.ofInstant(turn.now(), zone);
    }

    /** Who chose a language is spoken to in it; others in the language they ask in. */
    private Turn inLanguageOf(Turn turn, String code) {
        return turn.person().language().isPresent()
                ? turn
                : Language.of(code).map(language -> turn.in(texts.in(language))).orElse(turn);
    }

    private Turn inLanguage(Turn turn, Asked asked) {
        return turn.person().language().isPresent() ? turn : turn.in(texts.in(asked.language()));
    }
}
