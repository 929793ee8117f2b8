package danvan.library.imports.reading;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.Extract;
import danvan.library.imports.document.Furniture;
import danvan.library.imports.document.ImportFailure;
import danvan.library.imports.document.UnreadableFile;
import danvan.library.imports.pdf.PdfReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.tika.config.ServiceLoader;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.sax.SecureContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads a file with the parser for what it really is. Runs in the reading process: a trap that gets past the guards here
 * takes only that process with it.
 */
final class TikaReader {
    /** Five hundred dense pages are two million letters. */
    private static final int MOST_LETTERS = 20_000_000;

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final Set<String> OOXML = Set.of(
            WORD,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
            "application/vnd.ms-word.document.macroenabled.12");
    private static final Set<String> SHEETS = Set.of(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.template",
            "application/vnd.ms-excel.sheet.macroenabled.12",
            "application/vnd.ms-excel");
    private static final Set<String> OLE = Set.of("application/msword");
    private static final Set<String> TEXT = Set.of("text/plain", "text/x-web-markdown", "text/markdown");
    private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");
    private static final Map<String, String> LOCKED =
            Map.of("application/x-tika-ooxml-protected", "OOXML", "application/x-tika-msworks-spreadsheet", "");

    private TikaReader() {}

    static Extract read(Path file, String name) throws UnreadableFile {
        try {
            if (Files.size(file) == 0) {
                throw new UnreadableFile(ImportFailure.EMPTY);
            }
            if (MhtReader.is(file)) {
                return MhtReader.read(file);
            }
            MediaType type = type(file, name);
            String base = type.getBaseType().toString().toLowerCase(Locale.ROOT);
            if (LOCKED.containsKey(base)) {
                throw new UnreadableFile(ImportFailure.ENCRYPTED);
            }
            if (TEXT.contains(base)) {
                return PlainFile.read(file, base, name);
            }
            if (HTML.contains(base)) {
                return HtmlReader.read(file);
            }
            if (SHEETS.contains(base)) {
                return SheetReader.read(file, base);
            }
            if (base.equals("application/pdf")) {
                return PdfReader.read(file);
            }
            Parser parser = parser(base);
            Metadata metadata = named(name);
            metadata.set(Metadata.CONTENT_TYPE, type.toString());
            if (OOXML.contains(base)) {
                return word(file, base, parser, metadata);
            }
            List<Block> blocks = parsed(parser, file, metadata);
            if (OLE.contains(base)) {
                return oldWord(file, base, blocks, title(metadata));
            }
            return new Extract(base, title(metadata), 0, false, spanned(file, base, blocks));
        } catch (IOException e) {
            throw new UnreadableFile(ImportFailure.BROKEN, e);
        }
    }

    private static Extract word(Path file, String type, Parser parser, Metadata metadata)
            throws IOException, UnreadableFile {
        try (WordText word = WordText.of(file)) {
            List<Block> blocks = spanned(file, type, parsed(parser, word.file(), metadata));
            return new Extract(type, title(metadata), 0, false, word.told(blocks), leftOut(word.hidden()));
        }
    }

    private static List<Extract.LeftOut> leftOut(String hidden) {
        return hidden.isEmpty() ? List.of() : List.of(new Extract.LeftOut(Furniture.HIDDEN, "", hidden));
    }

    private static Extract oldWord(Path file, String type, List<Block> blocks, String title) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                HWPFDocument document = new HWPFDocument(in)) {
            OldWordText.Told told = OldWordText.of(document, WordTables.spanned(blocks, WordTables.ofDoc(document)));
            return new Extract(type, title, 0, false, told.blocks(), leftOut(told.hidden()));
        } catch (RuntimeException e) {
            // What this reader does not understand has no columns and no notes; the text was read by another.
            return new Extract(type, title, 0, false, WordTables.spanned(blocks, List.of()));
        }
    }

    private static List<Block> parsed(Parser parser, Path file, Metadata metadata) throws IOException, UnreadableFile {
        Blocks blocks = new Blocks();
        try (TikaInputStream in = TikaInputStream.get(file)) {
            parse(parser, in, blocks, metadata);
        }
        return blocks.blocks();
    }

    private static String title(Metadata metadata) {
        String title = metadata.get(TikaCoreProperties.TITLE);
        return title == null ? "" : title;
    }

    /** With the columns of its tables, where there are tables and Tika does not tell them. */
    private static List<Block> spanned(Path file, String type, List<Block> blocks) throws IOException {
        if (type.startsWith("application/vnd.oasis.opendocument.")) {
            return DeletedText.without(blocks, file);
        }
        if (blocks.stream().noneMatch(block -> block.kind() == Block.Kind.ROW)) {
            return blocks;
        }
        return OOXML.contains(type) ? WordTables.spanned(blocks, WordTables.ofDocx(file)) : blocks;
    }

    private static MediaType type(Path file, String name) throws IOException {
        DefaultDetector detector = new DefaultDetector(
                MimeTypes.getDefaultMimeTypes(), new ServiceLoader(TikaReader.class.getClassLoader()));
        try (TikaInputStream in = TikaInputStream.get(file)) {
            return detector.detect(in, named(name));
        }
    }

    private static Metadata named(String name) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        return metadata;
    }

    private static Parser parser(String type) throws UnreadableFile {
        if (OOXML.contains(type)) {
            return new OOXMLParser();
        }
        if (OLE.contains(type) || type.equals("application/x-tika-msoffice")) {
            return new OfficeParser();
        }
        if (type.startsWith("application/vnd.oasis.opendocument.")) {
            return new OpenDocumentParser();
        }
        if (type.equals("application/rtf") || type.equals("text/rtf")) {
            return new RTFParser();
        }
        boolean asWord = type.equals("application/zip") || type.equals("application/x-tika-ooxml");
        throw new UnreadableFile(asWord ? ImportFailure.BROKEN : ImportFailure.UNKNOWN_KIND);
    }

    private static void parse(Parser parser, TikaInputStream in, Blocks blocks, Metadata metadata)
            throws IOException, UnreadableFile {
        SecureContentHandler guarded = new SecureContentHandler(blocks, in);
        guarded.setOutputThreshold(MOST_LETTERS);
        try {
            parser.parse(in, new CharacterLimit(guarded, MOST_LETTERS), metadata, context());
        } catch (EncryptedDocumentException e) {
            throw new UnreadableFile(ImportFailure.ENCRYPTED, e);
        } catch (ZeroByteFileException e) {
            throw new UnreadableFile(ImportFailure.EMPTY, e);
        } catch (SAXException e) {
            throw new UnreadableFile(
                    e instanceof WriteLimitReachedException || isBomb(guarded, e)
                            ? ImportFailure.TOO_HUNGRY
                            : ImportFailure.BROKEN,
                    e);
        } catch (TikaException | IOException | RuntimeException e) {
            throw new UnreadableFile(isBomb(guarded, e) ? ImportFailure.TOO_HUNGRY : ImportFailure.BROKEN, e);
        }
    }

    private static boolean isBomb(SecureContentHandler guarded, Exception failure) {
        try {
            if (failure instanceof SAXException sax) {
                guarded.throwIfCauseOf(sax);
            }
        } catch (TikaException e) {
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (said.contains("zip bomb") || said.contains("entity expansions") || said.contains("entityexpansion")) {
                return true;
            }
        }
        return false;
    }

    private static ParseContext context() {
        ParseContext context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, new Nothing());
        OfficeParserConfig office = new OfficeParserConfig();
        office.setExtractMacros(false);
        office.setUseSAXDocxExtractor(true);
        office.setIncludeDeletedContent(false);
        office.setIncludeMoveFromContent(false);
        office.setIncludeHeadersAndFooters(false);
        context.set(OfficeParserConfig.class, office);
        return context;
    }

    /** What is packed inside a document is no part of its text. */
    private static final class Nothing implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream in, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
    }
}
