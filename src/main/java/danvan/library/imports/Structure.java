package danvan.library.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts a document into passages along its own structure: phần, chương, mục, điều, khoản, điểm. An article is one
 * passage; a long one is cut at its clauses, and what has no structure at the ends of paragraphs and sentences.
 */
final class Structure {
    /** What fits two screens of a phone. */
    private static final int LONG = 1_500;
    /** A list that is announced is kept whole a little longer: "gồm 10 nhiệm vụ sau:". */
    private static final int LONG_LIST = 3_000;

    private static final class Node {
        final Mark mark;
        final int page;
        final StringBuilder own = new StringBuilder();
        final List<Node> children = new ArrayList<>();
        String title;

        Node(Mark mark, int page) {
            this.mark = mark;
            this.page = page;
            this.title = mark.title();
        }

        void add(String line) {
            own.append(own.length() == 0 ? "" : "\n").append(line);
        }

        boolean holds(Mark.Level level) {
            return children.stream().anyMatch(child -> child.mark.level() == level || child.holds(level));
        }

        String whole() {
            StringBuilder text = new StringBuilder(own);
            for (Node child : children) {
                text.append(text.length() == 0 ? "" : "\n").append(child.line());
            }
            return text.toString();
        }

        /** The node as it stands in the document. */
        private String line() {
            String opening = switch (mark.level()) {
                case CLAUSE, SUBCLAUSE -> number() + ". " + title;
                case POINT -> number() + ") " + title;
                case SECTION -> mark.label().startsWith("mục ") ? number() + ". " + title : mark.label() + ". " + title;
                case HEADING -> title;
                default -> title.isEmpty() ? mark.label() : mark.label() + ". " + title;
            };
            String rest = whole();
            return rest.isEmpty() ? opening : opening + "\n" + rest;
        }

        private String number() {
            return mark.label().replaceFirst("^\\S+ ", "");
        }
    }

    private final List<Section> sections = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final DocumentMetadata metadata;

    private Structure(DocumentMetadata metadata) {
        this.metadata = metadata;
    }

    static List<Section> of(List<Block> blocks, DocumentMetadata metadata) {
        Structure structure = new Structure(metadata);
        structure.emitAll(tree(Lines.of(blocks)));
        return structure.sections;
    }

    private static Node tree(List<Lines.Line> lines) {
        Node root = new Node(
                new Mark(Mark.Level.PART, "", ""),
                lines.isEmpty() ? 0 : lines.get(0).page());
        List<Node> open = new ArrayList<>(List.of(root));
        for (Lines.Line line : lines) {
            Node innermost = open.get(open.size() - 1);
            Optional<Mark> mark = mark(line);
            if (mark.isPresent()) {
                int rank = rank(mark.get(), line);
                while (open.size() > 1 && rank(open.get(open.size() - 1)) >= rank) {
                    open.remove(open.size() - 1);
                }
                Node node = new Node(mark.get(), line.page());
                open.get(open.size() - 1).children.add(node);
                open.add(node);
            } else if (innermost.title.isEmpty()
                    && innermost.own.length() == 0
                    && open.size() > 1
                    && innermost.mark.level().compareTo(Mark.Level.CLAUSE) < 0
                    && line.text().length() < 200) {
                // "CHƯƠNG I" and its name on the next line.
                innermost.title = line.text();
            } else {
                innermost.add(line.text());
            }
        }
        return root;
    }

    private static Optional<Mark> mark(Lines.Line line) {
        Optional<Mark> told = Mark.of(line.text());
        if (line.heading() > 0 && told.isEmpty()) {
            return Optional.of(new Mark(Mark.Level.HEADING, String.valueOf(line.heading()), line.text()));
        }
        return told;
    }

    private static int rank(Mark mark, Lines.Line line) {
        return mark.level() == Mark.Level.HEADING
                ? headingRank(line.heading())
                : mark.level().depth();
    }

    private static int rank(Node node) {
        return node.mark.level() == Mark.Level.HEADING
                ? headingRank(Integer.parseInt(node.mark.label()))
                : node.mark.level().depth();
    }

    private static int headingRank(int level) {
        return Mark.Level.HEADING.depth() + level;
    }

    private void emitAll(Node root) {
        String opening = root.own.toString();
        if (!opening.isBlank()) {
            emit("mo-dau", metadata.title(), List.of(), root.page, opening, LONG);
        }
        for (Node child : root.children) {
            emit(child, List.of(), metadata.title());
        }
    }

    private void emit(Node node, List<String> above, String heading) {
        List<String> path = new ArrayList<>(above);
        if (node.mark.level() != Mark.Level.HEADING) {
            path.add(node.mark.label());
        }
        boolean small = node.mark.level().compareTo(Mark.Level.CLAUSE) >= 0;
        String announced = node.title.endsWith(":") || node.own.toString().endsWith(":") ? ":" : "";
        int most = announced.isEmpty() ? LONG : LONG_LIST;
        String own = heading(node, heading);
        String whole = small ? node.line() : node.whole();
        if (node.children.isEmpty() || (whole.length() <= most && !node.holds(Mark.Level.ARTICLE))) {
            emit(id(node, path), own, path, node.page, whole.isBlank() ? node.title : whole, most);
            return;
        }
        String lead = small
                ? (node.mark.label().replaceFirst("^\\S+ ", "") + ". " + node.title + "\n" + node.own).strip()
                : node.own.toString();
        if (!lead.isBlank()) {
            emit(id(node, path), own, path, node.page, lead, LONG);
        }
        for (Node child : node.children) {
            emit(child, path, own);
        }
    }

    /** A clause bears its article's name: alone, "khoản 2" says nothing. */
    private static String heading(Node node, String above) {
        return switch (node.mark.level()) {
            case CLAUSE, SUBCLAUSE, POINT ->
                shortTitle(node).map(title -> above + " › " + title).orElse(above);
            case HEADING -> node.title;
            case SECTION -> node.title.isEmpty() ? node.mark.label() : tidy(node.title);
            default -> node.title.isEmpty() ? node.mark.label() : node.mark.label() + ". " + tidy(node.title);
        };
    }

    private static Optional<String> shortTitle(Node node) {
        boolean title = node.title.length() < 90 && (!node.children.isEmpty() || node.own.length() > 0);
        return title && !node.title.isBlank() ? Optional.of(tidy(node.title)) : Optional.empty();
    }

    private static String tidy(String title) {
        String one = title.replaceAll("(?<![\\s.:;])[\\s.:;]++$", "");
        String said = Plain.isCapitals(one) ? Plain.sentence(one) : one;
        return said.length() <= 160 ? said : said.substring(0, 160).replaceAll("\\s\\S*$", "") + "…";
    }

    private static String id(Node node, List<String> path) {
        return node.mark.level() == Mark.Level.HEADING ? Plain.slug(node.title) : Plain.slug(String.join("-", path));
    }

    private void emit(String id, String heading, List<String> path, int page, String text, int most) {
        List<String> pieces = pieces(text.strip(), most);
        for (int i = 0; i < pieces.size(); i++) {
            String own = i == 0 ? id : id + "-" + (i + 1);
            String unique = own;
            for (int n = 2; !ids.add(unique); n++) {
                unique = own + "_" + n;
            }
            String shown = heading.isBlank() ? metadata.shortName() : heading;
            sections.add(new Section(unique, shown.isBlank() ? "…" : shown, path, page, pieces.get(i)));
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
