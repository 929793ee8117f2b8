package danvan.ask;

import danvan.chat.Button;
import danvan.chat.Outgoing;
import danvan.library.Document;
import danvan.library.Finding;
import danvan.library.Hit;
import danvan.library.Library;
import danvan.library.Passage;
import danvan.library.Span;
import danvan.text.Dates;
import danvan.text.Language;
import danvan.text.Markup;
import danvan.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How passages, documents and the want of them look in the chat. */
final class AnswerView {
    /** More than this is asked in two steps: the issuer first. */
    static final int MOST_CANDIDATES = 5;
    /** What an edited message may hold; Telegram's limit is 4,096. */
    static final int MOST_IN_AN_EDIT = 3000;

    private static final int HEADINGS_A_PAGE = 12;
    private static final int LONGEST_LABEL = 60;

    private final Library library;
    private final Texts.Phrases texts;
    private final LocalDate today;

    AnswerView(Library library, Texts.Phrases texts, LocalDate today) {
        this.library = library;
        this.texts = texts;
        this.today = today;
    }

    /** The passage that answers, with what can be done next. */
    Outgoing.Message found(long number, String words, Finding.Found found) {
        Outgoing.Message quoted = quoted(number, words, found.best());
        return found.ofTheDocument()
                .map(asked ->
                        citation(AskedTime.on(today)).links(asked, found.best().document()))
                .map(links -> Outgoing.message(links + "\n\n" + quoted.text(), quoted.buttons()))
                .orElse(quoted);
    }

    /** The nearest passage, under a line that says it is no more than that. */
    Outgoing.Message likely(long number, String words, Finding.Likely likely) {
        Outgoing.Message quoted = quoted(number, words, likely.best());
        return Outgoing.message(texts.say("ask.likely") + "\n\n" + quoted.text(), quoted.buttons());
    }

    private Outgoing.Message quoted(long number, String words, Hit best) {
        Excerpt excerpt = Excerpt.of(best.passage().text(), best.tellingWords(), best.answering());
        return Outgoing.message(
                citation(AskedTime.in(words, today))
                        .quote(best.passage(), best.document(), excerpt, best.tellingWords()),
                below(number, best.passage(), excerpt.isWhole()));
    }

    /** The whole of a passage that was shown in part. */
    Outgoing.Message whole(long number, String words, Passage passage, List<Span> telling) {
        return Outgoing.message(
                citation(AskedTime.in(words, today))
                        .quote(passage, document(passage), Excerpt.whole(passage.text()), telling),
                below(number, passage, true));
    }

    /** What most people do next; the rest is behind the last button. */
    private List<List<Button>> below(long number, Passage passage, boolean whole) {
        String key = PassageKey.of(passage);
        return List.of(List.of(
                whole
                        ? button("ask.read", AskAct.CONTENTS.button(key))
                        : button("ask.more", AskAct.WHOLE.button(number, key)),
                button("ask.notUseful", AskAct.JUDGE.button(number, 0)),
                button("ask.menu", AskAct.MENU.button(number, key))));
    }

    /** What else can be done with an answer. */
    Outgoing.Message menu(Asked asked, Passage passage) {
        List<List<Button>> rows = new ArrayList<>(around(passage, document(passage)));
        List<Button> next = new ArrayList<>();
        if (asked.shown().size() > 1) {
            next.add(others(asked.number()));
        }
        next.add(button("ask.goOn", AskAct.GO_ON.button(asked.number())));
        rows.add(next);
        rows.add(List.of(useful(asked.number()), toTheOffice(asked.number())));
        return Outgoing.message(texts.say("ask.menuFor", "passage", passage.heading()), rows);
    }

    /**
     * What else can be done with what the office has said before.
     *
     * @param mayEnd whether who asks may take it back
     */
    Outgoing.Message menu(Asked asked, Optional<CuratedAnswer> answer, boolean mayEnd) {
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(useful(asked.number()), toTheOffice(asked.number())));
        answer.filter(any -> mayEnd)
                .ifPresent(own -> rows.add(List.of(button("ask.end", AskAct.END.button(own.key())))));
        return Outgoing.message(texts.say("ask.menuFor", "passage", asked.searched()), rows);
    }

    private Button useful(long number) {
        return button("ask.useful", AskAct.JUDGE.button(number, 1));
    }

    /** A passage that was chosen by a button. */
    Outgoing.Message passage(Passage passage) {
        Document document = document(passage);
        return Outgoing.message(
                citation(AskedTime.on(today)).quote(passage, document, Excerpt.whole(passage.text()), List.of()),
                around(passage, document));
    }

    Outgoing.Message notFound(long number, Finding.NotFound notFound) {
        String text = notFound.gap()
                .map(gap -> texts.say(
                        "ask.gap", "topic", gap.topicIn(texts.language().code())))
                .orElseGet(() -> texts.say("ask.notFound"));
        List<List<Button>> rows = new ArrayList<>();
        notFound.nearMisses().forEach(hit -> rows.add(List.of(passageButton(hit.passage(), hit.document()))));
        rows.add(List.of(toTheOffice(number)));
        return notFound.nearMisses().isEmpty()
                ? Outgoing.message(text, rows)
                : Outgoing.message(text + "\n\n" + texts.say("ask.nearMisses"), rows);
    }

    /** Asks back which document is meant, of few by one tap, of many by their issuer first. */
    Outgoing.Message which(long number, List<Document> candidates) {
        Set<String> issuers = new LinkedHashSet<>();
        candidates.forEach(document -> issuers.add(document.issuer()));
        List<List<Button>> rows = new ArrayList<>();
        if (candidates.size() > MOST_CANDIDATES && issuers.size() > 1) {
            for (String issuer : issuers) {
                int first = indexOf(candidates, issuer);
                rows.add(List.of(new Button(
                        shortened(issuer.isBlank() ? texts.plain("ask.noIssuer") : issuer),
                        AskAct.ISSUER.button(number, first))));
            }
            return Outgoing.message(texts.say("ask.whichIssuer"), rows);
        }
        return which(number, candidates, candidates);
    }

    /** @param offered of the candidates, whose places the buttons carry */
    Outgoing.Message which(long number, List<Document> candidates, List<Document> offered) {
        List<List<Button>> rows = new ArrayList<>();
        for (Document document : offered) {
            List<String> parts = new ArrayList<>();
            parts.add(Citation.label(document)
                    + document.issued().map(day -> " (" + day.getYear() + ")").orElse(""));
            if (!document.issuer().isBlank()) {
                parts.add(document.issuer());
            }
            parts.add(document.title());
            rows.add(List.of(new Button(
                    shortened(String.join(" · ", parts)),
                    AskAct.CANDIDATE.button(number, candidates.indexOf(document)))));
        }
        return Outgoing.message(texts.say("ask.which"), rows);
    }

    private static int indexOf(List<Document> candidates, String issuer) {
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.get(i).issuer().equals(issuer)) {
                return i;
            }
        }
        return -1;
    }

    /** The other results of a question. */
    Outgoing.Message others(long number, List<Passage> passages) {
        List<List<Button>> rows = new ArrayList<>();
        passages.forEach(passage -> rows.add(List.of(passageButton(passage, document(passage)))));
        rows.add(List.of(toTheOffice(number)));
        return Outgoing.message(texts.say("ask.othersAre"), rows);
    }

    /** What a document holds, page by page. */
    Outgoing.Message contents(Passage any, int page) {
        Document document = document(any);
        List<Passage> passages = library.passages(any.documentId(), any.language());
        int last = (passages.size() - 1) / HEADINGS_A_PAGE;
        int shown = Math.max(0, Math.min(page, last));
        List<List<Button>> rows = new ArrayList<>();
        passages.stream()
                .skip((long) shown * HEADINGS_A_PAGE)
                .limit(HEADINGS_A_PAGE)
                .forEach(passage -> rows.add(List.of(
                        new Button(shortened(passage.heading()), AskAct.PASSAGE.button(PassageKey.of(passage))))));
        List<Button> pages = new ArrayList<>();
        if (shown > 0) {
            pages.add(new Button(
                    "◀️ " + shown + "/" + (last + 1), AskAct.CONTENTS.button(PassageKey.of(any), shown - 1)));
        }
        if (shown < last) {
            pages.add(new Button(
                    (shown + 2) + "/" + (last + 1) + " ▶️", AskAct.CONTENTS.button(PassageKey.of(any), shown + 1)));
        }
        if (!pages.isEmpty()) {
            rows.add(pages);
        }
        String text = Markup.bold(Citation.label(document)) + "\n" + Markup.escape(document.title()) + "\n"
                + texts.say(
                        "ask.contents",
                        "issuer",
                        document.issuer().isBlank() ? "–" : document.issuer(),
                        "sources",
                        document.sources().isEmpty() ? "–" : String.join("; ", document.sources()));
        return Outgoing.message(text, rows);
    }

    /**
     * What the office has said to such a question before.
     *
     * @param office the name of the unit it came from
     */
    Outgoing.Message curated(long number, CuratedAnswer answer, String office) {
        String text = texts.say(
                "ask.curated",
                "question",
                answer.question(),
                "answer",
                new Texts.Marked(Markup.quote(Markup.escape(answer.text()))),
                "office",
                office,
                "day",
                day(answer.writtenOn()),
                "until",
                day(answer.expiresOn()));
        return Outgoing.message(
                text,
                List.of(List.of(
                        button("ask.inDocuments", AskAct.IN_DOCUMENTS.button(number)),
                        button("ask.notUseful", AskAct.JUDGE.button(number, 0)),
                        button("ask.menu", AskAct.MENU.button(number)))));
    }

    Button toTheOffice(long number) {
        return button("ask.toTheOffice", AskAct.TO_THE_OFFICE.button(number));
    }

    Button others(long number) {
        return button("ask.others", AskAct.OTHERS.button(number));
    }

    /** The passages around, the same in the member's language, the document. */
    private List<List<Button>> around(Passage passage, Document document) {
        List<List<Button>> rows = new ArrayList<>();
        List<Passage> all = library.passages(passage.documentId(), passage.language());
        int at = all.indexOf(passage);
        List<Button> beside = new ArrayList<>();
        if (at > 0) {
            beside.add(button("ask.before", AskAct.PASSAGE.button(PassageKey.of(all.get(at - 1)))));
        }
        if (at >= 0 && at + 1 < all.size()) {
            beside.add(button("ask.after", AskAct.PASSAGE.button(PassageKey.of(all.get(at + 1)))));
        }
        if (!beside.isEmpty()) {
            rows.add(beside);
        }
        inOwnLanguage(passage)
                .ifPresent(own -> rows.add(List.of(
                        new Button("🌐 " + texts.language().ownName(), AskAct.PASSAGE.button(PassageKey.of(own))))));
        rows.add(List.of(new Button(
                texts.plain(
                        "ask.document",
                        "document",
                        shortened(Citation.label(document)),
                        "language",
                        passage.language().equals(texts.language().code()) ? "own" : passage.language()),
                AskAct.CONTENTS.button(PassageKey.of(passage)))));
        return rows;
    }

    private Optional<Passage> inOwnLanguage(Passage passage) {
        Language own = texts.language();
        return passage.language().equals(own.code())
                ? Optional.empty()
                : library.passage(passage.documentId(), passage.id(), own.code());
    }

    private Citation citation(AskedTime time) {
        return new Citation(library, texts, today, time);
    }

    private Document document(Passage passage) {
        return library.document(passage.documentId(), passage.language())
                .orElseThrow(() -> new IllegalStateException("a passage without its document: " + passage.id()));
    }

    private Button button(String key, String action) {
        return new Button(texts.plain(key), action);
    }

    private String day(LocalDate day) {
        return Dates.day(day, texts.language());
    }

    private static Button passageButton(Passage passage, Document document) {
        return new Button(
                shortened(passage.heading() + " · " + document.shortName()),
                AskAct.PASSAGE.button(PassageKey.of(passage)));
    }

    static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }
}
