package danvan.library.imports.reading;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.Extract;
import danvan.library.imports.document.ImportFailure;
import danvan.library.imports.document.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Plain text and Markdown, in whatever encoding: the one that makes the most Vietnamese syllables of it. */
final class PlainFile {
    private static final long MOST_BYTES = 20L << 20;
    private static final Pattern MARKDOWN_HEADING = Pattern.compile("^(#{1,6})\\s+(.*?)\\s*#*$");
    private static final Pattern TABLE_RULE = Pattern.compile("[\\s:|-][\\s:-]*+\\|[\\s:|-]*+");

    private PlainFile() {}

    static Extract read(Path file, String type, String name) throws IOException, UnreadableFile {
        if (Files.size(file) > MOST_BYTES) {
            throw new UnreadableFile(ImportFailure.TOO_LARGE);
        }
        String text = TextBytes.decoded(Files.readAllBytes(file));
        boolean markdown =
                type.endsWith("markdown") || name.toLowerCase(Locale.ROOT).endsWith(".md");
        List<Block> blocks = new ArrayList<>();
        int table = 0;
        boolean inTable = false;
        for (String line : text.lines().map(String::strip).toList()) {
            boolean row = markdown && line.startsWith("|") && line.length() > 1;
            table += row && !inTable ? 1 : 0;
            inTable = row;
            if (row && !TABLE_RULE.matcher(line).matches()) {
                String inner = line.substring(1, line.endsWith("|") ? line.length() - 1 : line.length());
                List<String> cells = Pattern.compile("\\|")
                        .splitAsStream(inner)
                        .map(PlainFile::inline)
                        .toList();
                blocks.add(new Block(Block.Kind.ROW, table, cells, 0));
            } else if (!row && !line.isEmpty()) {
                var heading = MARKDOWN_HEADING.matcher(line);
                blocks.add(
                        markdown && heading.matches()
                                ? new Block(
                                        Block.Kind.HEADING,
                                        heading.group(1).length(),
                                        List.of(inline(heading.group(2))),
                                        0)
                                : new Block(Block.Kind.PARAGRAPH, 1, List.of(markdown ? inline(line) : line), 0));
            }
        }
        return new Extract(type, "", 0, false, blocks);
    }

    private static String inline(String markdown) {
        return markdown.replaceAll("(\\*\\*|__)(.+?)\\1", "$2")
                .replaceAll("!?\\[([^\\]\\[]*+)\\]\\([^)(]*+(?:\\([^)(]*+\\)[^)(]*+)?+\\)", "$1")
                .replace("`", "")
                .strip();
    }
}
