package danvan.library.imports.structure;

import danvan.library.imports.document.Plain;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A document as a tree of its parts, chapters, articles, clauses and points, each with the lines it is made of. */
final class DocumentTree {
    /** Longer than this it is a sentence, and no title. */
    private static final int LONGEST_TITLE = 160;

    /** A place in the document. */
    static final class Node {
        final Mark mark;
        final int page;
        /** The line that opens it, and the one below it that is its name. */
        final List<Line> opening = new ArrayList<>();

        final List<Line> own = new ArrayList<>();
        final List<Node> children = new ArrayList<>();
        String title;

        Node(Mark mark, int page) {
            this.mark = mark;
            this.page = page;
            this.title = mark.title();
        }

        boolean holds(Mark.Level level) {
            return children.stream().anyMatch(child -> child.mark.level() == level || child.holds(level));
        }

        boolean isSmall() {
            return mark.level().compareTo(Mark.Level.CLAUSE) >= 0;
        }

        /** Whether what stands on its first line only names it, and so may stand in a heading. */
        boolean isTitled() {
            boolean content = !own.isEmpty() || !children.isEmpty();
            boolean sentence = mark.level() == Mark.Level.ARTICLE && (title.endsWith(".") || title.endsWith(";"));
            return (content || mark.level() != Mark.Level.ARTICLE)
                    && title.length() <= LONGEST_TITLE
                    && !(sentence && title.length() > LONGEST_TITLE / 2);
        }

        String openingText() {
            return text(opening.stream());
        }

        String ownText() {
            return text(own.stream());
        }

        /** All below its opening, as it stands in the document. */
        String rest() {
            return text(below());
        }

        private Stream<Line> below() {
            return Stream.concat(
                    own.stream(),
                    children.stream().flatMap(child -> Stream.concat(child.opening.stream(), child.below())));
        }

        private static String text(Stream<Line> lines) {
            return lines.map(Line::text).collect(Collectors.joining("\n"));
        }
    }

    private DocumentTree() {}

    /** The tree of one document of a file; its root is the document. */
    static Node of(Part part) {
        List<Line> lines = part.lines().stream().filter(Line::isText).toList();
        Node root = new Node(
                new Mark(Mark.Level.PART, part.label(), ""),
                lines.isEmpty() ? 0 : lines.get(0).page());
        BitSet quoted = Quotes.in(lines);
        List<Node> open = new ArrayList<>(List.of(root));
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Node innermost = open.get(open.size() - 1);
            Optional<Mark> mark = quoted.get(i) ? Optional.empty() : mark(line, open);
            if (mark.isPresent()) {
                int rank = rank(mark.get(), line);
                while (open.size() > 1 && rank(open.get(open.size() - 1)) >= rank) {
                    open.remove(open.size() - 1);
                }
                Node node = new Node(mark.get(), line.page());
                node.opening.add(line);
                open.get(open.size() - 1).children.add(node);
                open.add(node);
            } else if (open.size() > 1 && isName(innermost, line)) {
                // "CHƯƠNG I" and its name on the next line, or on the next two.
                innermost.title = (innermost.title + " " + line.text()).strip();
                innermost.opening.add(line);
            } else {
                innermost.own.add(line);
            }
        }
        return root;
    }

    private static boolean isName(Node node, Line line) {
        if (node.isSmall() || !node.own.isEmpty() || !node.children.isEmpty()) {
            return false;
        }
        if (node.title.isEmpty()) {
            return line.text().length() < 200;
        }
        return node.mark.level().compareTo(Mark.Level.HEADING) < 0
                && Plain.isCapitals(node.title)
                && Plain.isCapitals(line.text())
                && node.title.length() + line.text().length() < LONGEST_TITLE;
    }

    private static Optional<Mark> mark(Line line, List<Node> open) {
        Optional<Mark> told = Mark.of(line.text());
        if (line.heading() > 0 && told.isEmpty()) {
            return Optional.of(new Mark(Mark.Level.HEADING, String.valueOf(line.heading()), line.text()));
        }
        boolean inArticle = open.stream().anyMatch(node -> node.mark.level() == Mark.Level.ARTICLE);
        // What a law calls a clause is a section in a plan, which has no articles.
        return told.map(mark -> mark.level() == Mark.Level.CLAUSE && !inArticle
                ? new Mark(mark.level(), mark.label().replaceFirst("^khoản ", "mục "), mark.title())
                : mark);
    }

    private static int rank(Mark mark, Line line) {
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
        return Mark.Level.HEADING.depth() + Math.min(level, 9);
    }
}
