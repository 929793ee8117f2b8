package danvan.organization.roster;

import danvan.chat.Role;
import danvan.organization.Alphabet;
import danvan.organization.Roster;
import danvan.organization.Unit;
import danvan.text.Dates;
import danvan.text.Language;
import danvan.text.Texts;
import danvan.workbook.TextSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;

/** Units and members as a workbook, in the reader's language. */
final class RosterWriter {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private final Texts texts;
    private final Sheets sheets;
    private final ZoneId zone;

    RosterWriter(Texts texts, Sheets sheets, ZoneId zone) {
        this.texts = texts;
        this.sheets = sheets;
        this.zone = zone;
    }

    byte[] write(State state, Language language) {
        UnitNames names = new UnitNames(state.units().values());
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (Workbook workbook = new Workbook(out, "Dan Van Bot", "1.0")) {
                sheets.members()
                        .write(
                                workbook,
                                language,
                                state.members().values().stream()
                                        .sorted(Alphabet.people(
                                                entry -> entry.person().name()))
                                        .map(entry -> row(entry, names, language))
                                        .toList(),
                                memberColumns(language));
                sheets.units()
                        .write(
                                workbook,
                                language,
                                state.units().values().stream()
                                        .sorted(Comparator.comparing(Unit::level)
                                                .thenComparing(Alphabet.words(Unit::name)))
                                        .map(unit -> row(unit, names, language))
                                        .toList(),
                                unitColumns(language));
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing the roster's workbook", e);
        }
    }

    private List<TextSheet.Column> unitColumns(Language language) {
        List<String> levels = Stream.of(Unit.Level.values())
                .map(level -> sheets.level(level, language))
                .toList();
        return List.of(
                TextSheet.Column.of(26),
                TextSheet.Column.of(32),
                new TextSheet.Column(14, levels),
                TextSheet.Column.of(32),
                TextSheet.Column.of(13),
                TextSheet.Column.of(13),
                TextSheet.Column.of(32));
    }

    private List<TextSheet.Column> memberColumns(Language language) {
        List<String> roles = Stream.of(Role.values())
                .map(role -> sheets.role(role, language))
                .toList();
        return List.of(
                TextSheet.Column.of(13),
                TextSheet.Column.of(32),
                new TextSheet.Column(14, roles),
                TextSheet.Column.of(34),
                new TextSheet.Column(9, List.of("x")),
                TextSheet.Column.of(24),
                TextSheet.Column.of(13),
                TextSheet.Column.of(13));
    }

    private List<String> row(Unit unit, UnitNames names, Language language) {
        return List.of(
                unit.code(),
                unit.name(),
                sheets.level(unit.level(), language),
                unit.parent().map(names::of).orElse(""),
                unit.validFrom().map(RosterWriter::day).orElse(""),
                unit.validTo().map(RosterWriter::day).orElse(""),
                unit.successor().map(names::of).orElse(""));
    }

    private List<String> row(Roster.Entry entry, UnitNames names, Language language) {
        String ways = entry.messenger() && entry.page()
                ? "both"
                : entry.messenger() ? "messenger" : entry.page() ? "page" : "none";
        return List.of(
                Long.toString(entry.person().id()),
                entry.person().name(),
                sheets.role(entry.person().role(), language),
                names.of(entry.person().unit()),
                "",
                texts.in(language).plain("people.ways", "ways", ways),
                day(entry.since(), language),
                entry.seen().map(at -> day(at, language)).orElse(""));
    }

    private String day(Instant at, Language language) {
        return Dates.day(LocalDate.ofInstant(at, zone), language);
    }

    /** Day before month, as all three languages have it, and nothing for Excel to take for another date. */
    static String day(LocalDate day) {
        return String.format(Locale.ROOT, "%02d/%02d/%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}
