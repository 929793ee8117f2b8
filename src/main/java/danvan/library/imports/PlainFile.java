package danvan.library.imports;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Plain text and Markdown, in whatever encoding: the one that makes the most Vietnamese syllables of it. */
final class PlainFile {
    private static final long MOST_BYTES = 20L << 20;
    private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern MARKDOWN_HEADING = Pattern.compile("^(#{1,6})\\s+(.*?)\\s*#*$");
    private static final Pattern TABLE_RULE = Pattern.compile("[\\s:|-][\\s:-]*+\\|[\\s:|-]*+");

    private PlainFile() {}

    static Extract read(Path file, String type, String name) throws IOException, UnreadableFile {
        if (Files.size(file) > MOST_BYTES) {
            throw new UnreadableFile(ImportFailure.TOO_LARGE);
        }
        String text = decoded(Files.readAllBytes(file));
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
                .replaceAll("!?\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .replace("`", "")
                .strip();
    }

    static String decoded(byte[] bytes) throws UnreadableFile {
        if (bytes.length >= 2
                && ((bytes[0] & 0xFF) == 0xFF || (bytes[0] & 0xFF) == 0xFE)
                && ((bytes[1] & 0xFF) == 0xFE || (bytes[1] & 0xFF) == 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return refusedIfBinary(text);
        } catch (CharacterCodingException e) {
            // TCVN3 bytes read as Latin-1 are what its table maps; VNI was made for Windows-1252.
            String latin = new String(bytes, StandardCharsets.ISO_8859_1);
            String windows = new String(bytes, WINDOWS_1252);
            String vietnamese = LegacyEncodings.composed(new String(bytes, WINDOWS_1258));
            double tcvn3 = LegacyEncodings.vietnamese(LegacyEncodings.fromTcvn3(latin));
            double vni = LegacyEncodings.vietnamese(LegacyEncodings.fromVni(windows));
            double own = LegacyEncodings.vietnamese(vietnamese);
            if (own >= tcvn3 && own >= vni) {
                return refusedIfBinary(vietnamese);
            }
            return refusedIfBinary(tcvn3 >= vni ? LegacyEncodings.fromTcvn3(latin) : LegacyEncodings.fromVni(windows));
        }
    }

    private static String refusedIfBinary(String text) throws UnreadableFile {
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableFile(ImportFailure.UNKNOWN_KIND);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
