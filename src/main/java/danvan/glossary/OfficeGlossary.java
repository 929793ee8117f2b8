package danvan.glossary;

import danvan.chat.Role;
import danvan.conversation.PageTurns.Answered;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.desk.port.Decided;
import danvan.desk.port.Decided.Outcome;
import danvan.desk.port.GlossaryOffice;
import danvan.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The glossary for the desk: one entry at a time, by the checks of the workbook. Safe for use by several threads. */
final class OfficeGlossary implements GlossaryOffice {
    private static final int LONGEST_COLUMN = 1_000;

    private final GlossaryUpload glossary;

    OfficeGlossary(GlossaryUpload glossary) {
        this.glossary = glossary;
    }

    @Override
    public List<Line> all() {
        return glossary.inForce().entries().values().stream()
                .map(OfficeGlossary::line)
                .toList();
    }

    private static Line line(Entry entry) {
        if (entry instanceof Entry.Abbreviation one) {
            boolean simple =
                    one.meanings().size() == 1 && one.meanings().get(0).when().isEmpty();
            String meanings = one.meanings().stream().map(Entry.Meaning::shown).collect(Collectors.joining(" | "));
            return new Line(
                    Kind.ABBREVIATION,
                    one.key().name(),
                    List.of(one.name(), meanings, String.join("; ", one.variants())),
                    simple);
        }
        if (entry instanceof Entry.Term term) {
            return new Line(
                    Kind.TERM,
                    term.key().name(),
                    List.of(term.name(), String.join("; ", term.turkish()), String.join("; ", term.english())),
                    true);
        }
        List<String> words = ((Entry.Synonyms) entry).words();
        return new Line(
                Kind.SYNONYMS,
                entry.key().name(),
                List.of(words.get(0), String.join("; ", words.subList(1, words.size())), ""),
                true);
    }

    @Override
    public Answered<Decided> put(Turn turn, Kind kind, List<String> columns) {
        if (!turn.person().role().atLeast(Role.OFFICE)) {
            return Decided.notFound();
        }
        Written written = written(kind, columns);
        Optional<Problem> fault = written.problems().stream().findFirst();
        if (fault.isPresent()) {
            return Decided.not(Outcome.REFUSED, fault.get().said(turn.texts()));
        }
        Entry entry = written.book().entries().values().iterator().next();
        Book inForce = glossary.inForce();
        Book with = inForce.with(List.of(new Book.Change(entry.key(), inForce.find(entry.key()), Optional.of(entry))));
        // The whole is read as a file is: what one entry may not take from another shows there.
        Optional<Problem> clash =
                GlossaryFile.read(GlossaryFile.write(with)).problems().stream().findFirst();
        if (clash.isPresent()) {
            return Decided.not(Outcome.REFUSED, clash.get().said(turn.texts()));
        }
        return changed(turn, inForce, inForce.to(with));
    }

    private static Written written(Kind kind, List<String> columns) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String cell = i < columns.size() ? columns.get(i).strip() : "";
            cells.add(cell.length() > LONGEST_COLUMN ? cell.substring(0, LONGEST_COLUMN) : cell);
        }
        Check check = new Check();
        switch (kind) {
            case ABBREVIATION ->
                check.abbreviation(
                        Problem.NOWHERE,
                        Check.Columns.NONE,
                        cells.get(0),
                        parts(cells.get(2)),
                        new Entry.Meaning(cells.get(1), ""));
            case SYNONYMS ->
                check.synonyms(
                        Problem.NOWHERE,
                        Check.Columns.NONE,
                        Stream.concat(parts(cells.get(0)).stream(), parts(cells.get(1)).stream())
                                .toList());
            case TERM ->
                check.term(Problem.NOWHERE, Check.Columns.NONE, cells.get(0), parts(cells.get(1)), parts(cells.get(2)));
        }
        Written written = check.written();
        return written.problems().isEmpty() && written.book().entries().isEmpty()
                ? new Written(Book.EMPTY, List.of(Problem.of("glossary.fault.noName", "value", "")))
                : written;
    }

    private static List<String> parts(String cell) {
        return Stream.of(cell.split("[;\\n]", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    @Override
    public Answered<Decided> withdraw(Turn turn, Kind kind, String name) {
        if (!turn.person().role().atLeast(Role.OFFICE)) {
            return Decided.notFound();
        }
        Book inForce = glossary.inForce();
        Entry.Key key = Entry.Key.of(Entry.Kind.valueOf(kind.name()), name);
        return inForce.find(key)
                .map(entry ->
                        changed(turn, inForce, List.of(new Book.Change(key, Optional.of(entry), Optional.empty()))))
                .orElseGet(() -> Decided.not(Outcome.STALE, turn.plain("desk.glossary.gone")));
    }

    private Answered<Decided> changed(Turn turn, Book inForce, List<Book.Change> changes) {
        if (changes.isEmpty()) {
            return Decided.not(Outcome.REFUSED, turn.plain("glossary.same"));
        }
        return new Answered<>(
                Reply.nothing().andDo(tx -> {
                    glossary.put(tx, turn, new GlossaryUpload.Proposal(inForce, changes));
                    Changed.counted(tx);
                }),
                new Decided(Outcome.DONE, turn.plain("glossary.live", Shown.counts(changes))));
    }
}
