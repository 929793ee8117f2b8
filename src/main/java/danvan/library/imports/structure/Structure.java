package danvan.library.imports.structure;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.DocumentMetadata;
import danvan.library.imports.document.Furniture;
import danvan.library.imports.document.Plain;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts a document into passages along its own structure: phần, chương, mục, điều, khoản, điểm. An article is one passage; a
 * long one is cut at its clauses, and what has no structure at the ends of paragraphs and sentences. Every letter stands in
 * one passage or is furniture.
 */
public final class Structure {
    /** What fits two screens of a phone. */
    private static final int LONG = 1_500;
    /** A list that is announced is kept whole a little longer: "gồm 10 nhiệm vụ sau:". */
    private static final int LONG_LIST = 3_000;

    private static final int LONGEST_HEADING = 160;

    private final List<Section> sections = new ArrayList<>();
    private final List<Line> furniture = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final DocumentMetadata metadata;
    private final List<Line> lines;
    /** The names of places whose first passage is still to come. */
    private final List<String> headings = new ArrayList<>();

    private final List<String> openings = new ArrayList<>();
    /** The opening of a clause whose first point is still to come. */
    private String lead = "";

    private Structure(List<Line> lines, DocumentMetadata metadata) {
        this.lines = lines;
        this.metadata = metadata;
    }

    public static Structure read(List<Block> blocks, DocumentMetadata metadata) {
        Structure structure = new Structure(Lines.of(blocks), metadata);
        List<Line> notes = structure.lines.stream().filter(Line::isNote).toList();
        for (Part part :
                Parts.of(structure.lines.stream().filter(line -> !line.isNote()).toList())) {
            part.lines().stream().filter(line -> !line.isText()).forEach(structure.furniture::add);
            structure.emitAll(DocumentTree.of(part));
        }
        NotePlaces places = NotePlaces.of(structure.lines);
        notes.forEach(note -> structure.emitNote(note, places));
        return structure;
    }

    public List<Section> sections() {
        return sections;
    }

    /** What is in no passage, in the order of the document. */
    public List<Line> furniture() {
        return furniture;
    }

    /** Letters by the kind of furniture they are. */
    public Map<Furniture, Long> lettersOfFurniture() {
        Map<Furniture, Long> letters = new EnumMap<>(Furniture.class);
        for (Line line : furniture) {
            line.furniture().ifPresent(kind -> letters.merge(kind, line.letters(), Long::sum));
        }
        return letters;
    }

    /** Letters of the document that stand in passages; what a table's rows repeat is not counted. */
    public long lettersOfPassages() {
        long said = sections.stream()
                .mapToLong(section -> Block.letters(section.text()) + Block.letters(section.opening()))
                .sum();
        long repeated = lines.stream()
                .mapToLong(line -> Block.letters(line.text()) - line.letters())
                .sum();
        return said - repeated;
    }

    private void emitAll(DocumentTree.Node root) {
        List<String> path = root.mark.label().isEmpty() ? List.of() : List.of(root.mark.label());
        String opening = root.ownText();
        if (!opening.isBlank() && !path.isEmpty() && !root.children.isEmpty() && opening.length() < 600) {
            // The title of an annex is no passage; it stands above the first.
            if (opening.length() <= LONGEST_HEADING) {
                headings.add(oneLine(opening));
                openings.add(opening);
            } else {
                lead = opening;
            }
        } else if (!opening.isBlank()) {
            String id = path.isEmpty() ? "mo-dau" : Plain.slug(path.get(0));
            emit(id, path.isEmpty() ? metadata.title() : path.get(0), path, root.page, opening, LONG);
        }
        for (DocumentTree.Node child : root.children) {
            emit(child, path, path.isEmpty() ? metadata.title() : path.get(0));
        }
        if (!openings.isEmpty() || !lead.isEmpty()) {
            openings.add(lead);
            furniture.add(
                    Line.of(Furniture.EMPTY_HEADING, String.join("\n", openings).strip(), root.page));
            headings.clear();
            openings.clear();
            lead = "";
        }
    }

    /** "35 Điều này được sửa đổi …": a place of its own within the article it speaks of. */
    private void emitNote(Line note, NotePlaces places) {
        String number = NotePlaces.number(note.text());
        String label = number.isEmpty() ? "Chú thích" : "Chú thích " + number;
        Optional<String> article = places.of(note);
        List<String> path = article.map(place -> List.of(place, label)).orElse(List.of(label));
        emit(Plain.slug(String.join("-", path)), String.join(" › ", path), path, note.page(), note.text(), LONG);
    }

    private void emit(DocumentTree.Node node, List<String> above, String heading) {
        List<String> path = new ArrayList<>(above);
        if (node.mark.level() != Mark.Level.HEADING) {
            path.add(node.mark.label());
        }
        String own = heading(node, heading);
        if (node.isSmall()) {
            emitSmall(node, path, own);
        } else {
            emitLarge(node, path, own);
        }
    }

    private void emitLarge(DocumentTree.Node node, List<String> path, String heading) {
        boolean titled = node.isTitled();
        String ownText = titled ? node.ownText() : joined(node.title, node.ownText());
        String rest = titled ? node.rest() : joined(node.title, node.rest());
        String opening = titled ? node.openingText() : beforeTitle(node);
        boolean whole = node.children.isEmpty() || (rest.length() <= most(node) && !node.holds(Mark.Level.ARTICLE));
        if (rest.isBlank()) {
            // A title with nothing below it stands above what comes next.
            headings.add(heading);
            openings.add(opening);
            return;
        }
        if (whole) {
            openings.add(opening);
            emit(id(node, path), heading, path, node.page, rest, most(node));
            return;
        }
        openings.add(opening);
        if (!ownText.isBlank()) {
            emit(id(node, path), heading, path, node.page, ownText, LONG);
        } else if (node.mark.level() != Mark.Level.ARTICLE) {
            headings.add(heading);
        }
        for (DocumentTree.Node child : node.children) {
            emit(child, path, heading);
        }
    }

    private static String beforeTitle(DocumentTree.Node node) {
        String opening = node.openingText();
        return opening.endsWith(node.title)
                ? opening.substring(0, opening.length() - node.title.length()).strip()
                : node.mark.label();
    }

    private void emitSmall(DocumentTree.Node node, List<String> path, String heading) {
        String whole = joined(node.openingText(), node.rest());
        if (node.children.isEmpty() || whole.length() <= most(node)) {
            emit(id(node, path), heading, path, node.page, whole, most(node));
            return;
        }
        String own = joined(node.openingText(), node.ownText());
        if (node.own.isEmpty() && node.isTitled()) {
            // Its name alone says nothing: it stands above its first point.
            lead = joined(lead, own);
        } else {
            emit(id(node, path), heading, path, node.page, own, LONG);
        }
        for (DocumentTree.Node child : node.children) {
            emit(child, path, heading);
        }
    }

    private static int most(DocumentTree.Node node) {
        boolean announced = node.title.endsWith(":")
                || (!node.own.isEmpty()
                        && node.own.get(node.own.size() - 1).text().endsWith(":"));
        return announced ? LONG_LIST : LONG;
    }

    private static String joined(String first, String second) {
        return first.isBlank() ? second : second.isBlank() ? first : first + "\n" + second;
    }

    /** A clause bears its article's name: alone, "khoản 2" says nothing. */
    private static String heading(DocumentTree.Node node, String above) {
        return switch (node.mark.level()) {
            case CLAUSE, SUBCLAUSE, POINT ->
                shortTitle(node).map(title -> above + " › " + title).orElse(above);
            case HEADING -> tidy(node.title);
            case SECTION -> node.title.isEmpty() ? node.mark.label() : tidy(node.title);
            default -> node.title.isEmpty() ? node.mark.label() : node.mark.label() + ". " + tidy(node.title);
        };
    }

    private static Optional<String> shortTitle(DocumentTree.Node node) {
        boolean title = node.title.length() < 90 && (!node.children.isEmpty() || !node.own.isEmpty());
        return title && !node.title.isBlank() ? Optional.of(tidy(node.title)) : Optional.empty();
    }

    private static String tidy(String title) {
        String one = title.replaceAll("(?<![\\s.:;])[\\s.:;]++$", "");
        String said = Plain.isCapitals(one) ? Plain.sentence(one) : one;
        return said.length() <= LONGEST_HEADING
                ? said
                : said.substring(0, LONGEST_HEADING).replaceAll("\\s\\S*$", "") + "…";
    }

    private static String oneLine(String title) {
        return tidy(title.lines().reduce((a, b) -> a + " " + b).orElse(""));
    }

    private static String id(DocumentTree.Node node, List<String> path) {
        return node.mark.level() == Mark.Level.HEADING ? Plain.slug(node.title) : Plain.slug(String.join("-", path));
    }

    private void emit(String id, String heading, List<String> path, int page, String text, int most) {
        String whole = joined(lead, text);
        lead = "";
        headings.removeIf(above -> above.isBlank() || heading.startsWith(above));
        headings.add(heading);
        headings.removeIf(String::isBlank);
        String shown = String.join(" › ", headings);
        headings.clear();
        String opening = String.join("\n", openings).strip();
        openings.clear();
        List<String> pieces = pieces(whole.strip(), most);
        for (int i = 0; i < pieces.size(); i++) {
            String own = i == 0 ? id : id + "-" + (i + 1);
            String unique = own;
            for (int n = 2; !ids.add(unique); n++) {
                unique = own + "_" + n;
            }
            String named = i == 0 ? shown : heading;
            String title = named.isBlank() ? metadata.shortName() : named;
            sections.add(new Section(
                    unique, title.isBlank() ? "…" : title, path, page, pieces.get(i), i == 0 ? opening : ""));
        }
    }

    /** At paragraph ends where there are any, else at sentence ends, else where it must be. */
    static List<String> pieces(String text, int most) {
        List<String> pieces = new ArrayList<>();
        String rest = text;
        while (rest.length() > most) {
            int cut = rest.lastIndexOf('\n', most);
            if (cut < most / 3) {
                cut = Math.max(rest.lastIndexOf(". ", most), rest.lastIndexOf("; ", most)) + 1;
            }
            if (cut < most / 3) {
                cut = Math.max(rest.lastIndexOf(' ', most), 0);
            }
            if (cut < most / 3) {
                cut = Character.isHighSurrogate(rest.charAt(most - 1)) ? most - 1 : most;
            }
            pieces.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        if (!rest.isBlank()) {
            pieces.add(rest);
        }
        pieces.removeIf(String::isBlank);
        return pieces;
    }
}
