package danvan.organization.roster;

import danvan.chat.Person;
import danvan.organization.Unit;
import danvan.text.Markup;
import danvan.text.Texts;
import danvan.workbook.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the office sees of the changes it proposes. */
final class Shown {
    private static final int MOST_EXAMPLES = 5;

    private final Texts.Phrases texts;
    private final Sheets sheets;
    private final Map<String, Unit> units;

    /** @param units as they are, or will be */
    Shown(Texts.Phrases texts, Sheets sheets, Map<String, Unit> units) {
        this.texts = texts;
        this.sheets = sheets;
        this.units = units;
    }

    String changes(Draft draft) {
        StringBuilder text = new StringBuilder(texts.say("people.rosterChanges", counts(draft)));
        examples(text, draft.of(Change.OfUnit.class), this::unit);
        examples(text, draft.of(Change.OfMember.class), this::member);
        examples(text, draft.of(Change.Leaving.class), leaving -> "🚪 " + who(leaving.member()));
        examples(
                text,
                draft.of(Change.Newcomer.class),
                one -> "✉️ " + one.name() + " · " + sheets.role(one.role(), texts.language()) + ", "
                        + unit(one.unit()));
        known(draft).ifPresent(line -> text.append('\n').append(line));
        return text.append("\n\n").append(texts.say("people.rosterAsk")).toString();
    }

    /** All of them, units before members. */
    List<Difference> differences(Draft draft) {
        return Difference.all(List.of(
                draft.of(Change.OfUnit.class).stream().map(this::difference),
                draft.of(Change.OfMember.class).stream()
                        .map(one -> Difference.changed(
                                one.before().name(), described(one.before()), described(one.after()))),
                draft.of(Change.Leaving.class).stream()
                        .map(one -> Difference.removed(one.member().name(), described(one.member()))),
                draft.of(Change.Newcomer.class).stream()
                        .map(one -> Difference.added(
                                one.name(), sheets.role(one.role(), texts.language()) + ", " + unit(one.unit()))),
                known(draft).stream().map(Markup::strip).map(Difference::remark)));
    }

    private Difference difference(Change.OfUnit change) {
        Unit after = change.after();
        String what = after.name() + " [" + after.code() + "]";
        return change.before()
                .map(before -> Difference.changed(what, whole(before), whole(after)))
                .orElseGet(() -> Difference.added(what, whole(after)));
    }

    private String whole(Unit unit) {
        List<String> parts = new ArrayList<>(List.of(unit.name(), sheets.level(unit.level(), texts.language())));
        unit.parent().ifPresent(above -> parts.add("‹ " + unit(above)));
        if (unit.validFrom().isPresent() || unit.validTo().isPresent()) {
            parts.add(span(unit));
        }
        unit.successor().ifPresent(next -> parts.add("→ " + unit(next)));
        return String.join("; ", parts);
    }

    private String described(Person member) {
        return member.name() + "; " + sheets.role(member.role(), texts.language()) + "; " + unit(member.unit());
    }

    /** What is said of who gets no code, as one was given before. */
    Optional<String> known(Draft draft) {
        return Optional.of(draft.known())
                .filter(count -> count > 0)
                .map(count -> texts.say("people.rosterKnown", "count", count));
    }

    /** Names and values for a text. */
    static Object[] counts(Draft draft) {
        List<Change.OfUnit> units = draft.of(Change.OfUnit.class);
        long fresh = units.stream().filter(unit -> unit.before().isEmpty()).count();
        return new Object[] {
            "newUnits", fresh,
            "changedUnits", units.size() - fresh,
            "changed", draft.of(Change.OfMember.class).size(),
            "leaving", draft.of(Change.Leaving.class).size(),
            "invited", draft.of(Change.Newcomer.class).size()
        };
    }

    private <T> void examples(StringBuilder text, List<T> all, Function<T, String> line) {
        all.stream().limit(MOST_EXAMPLES).forEach(one -> text.append('\n').append(Markup.escape(line.apply(one))));
        if (all.size() > MOST_EXAMPLES) {
            text.append('\n').append(texts.say("people.rosterMore", "count", all.size() - MOST_EXAMPLES));
        }
    }

    private String unit(Change.OfUnit change) {
        return change.before()
                .map(before -> "✏️ " + before.name() + ": " + differences(before, change.after()))
                .orElseGet(() -> "🆕 " + described(change.after()));
    }

    private String described(Unit unit) {
        return unit.name() + unit.parent().map(above -> " ‹ " + unit(above)).orElse("");
    }

    private String differences(Unit before, Unit after) {
        List<String> parts = new ArrayList<>();
        difference(parts, before.name(), after.name());
        difference(
                parts, sheets.level(before.level(), texts.language()), sheets.level(after.level(), texts.language()));
        difference(
                parts,
                before.parent().map(this::unit).orElse("–"),
                after.parent().map(this::unit).orElse("–"));
        difference(parts, span(before), span(after));
        difference(
                parts,
                before.successor().map(this::unit).orElse("–"),
                after.successor().map(this::unit).orElse("–"));
        return String.join("; ", parts);
    }

    private static void difference(List<String> parts, String before, String after) {
        if (!before.equals(after)) {
            parts.add(before + " → " + after);
        }
    }

    private static String span(Unit unit) {
        return unit.validFrom().map(RosterWriter::day).orElse("…") + "–"
                + unit.validTo().map(RosterWriter::day).orElse("…");
    }

    private String member(Change.OfMember change) {
        List<String> parts = new ArrayList<>();
        difference(parts, change.before().name(), change.after().name());
        difference(
                parts,
                sheets.role(change.before().role(), texts.language()),
                sheets.role(change.after().role(), texts.language()));
        difference(parts, unit(change.before().unit()), unit(change.after().unit()));
        return "✏️ " + change.before().name() + ": " + String.join("; ", parts);
    }

    private String who(Person member) {
        return member.name() + " · " + unit(member.unit());
    }

    private String unit(String code) {
        return Optional.ofNullable(units.get(code)).map(Unit::name).orElse(code);
    }
}
