package danvan.form.xlsform;

import danvan.text.Folding;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns XLSForm knows, their old spellings, and what a misspelt one was probably meant to be. */
public final class Columns {
    private static final Map<String, String> OLD_SPELLINGS = Map.ofEntries(
            Map.entry("relevance", "relevant"),
            Map.entry("calculate", "calculation"),
            Map.entry("readonly", "read_only"),
            Map.entry("caption", "label"),
            Map.entry("list name", "list_name"),
            Map.entry("command", "type"),
            Map.entry("tag", "name"),
            Map.entry("value", "name"),
            Map.entry("title", "form_title"),
            Map.entry("set form title", "form_title"),
            Map.entry("id_string", "form_id"),
            Map.entry("set form id", "form_id"),
            Map.entry("requiredmsg", "required_message"),
            Map.entry("jr:constraintmsg", "constraint_message"),
            Map.entry("bind::jr:constraintmsg", "constraint_message"),
            Map.entry("jr:requiredmsg", "required_message"),
            Map.entry("bind::jr:requiredmsg", "required_message"),
            Map.entry("count", "repeat_count"),
            Map.entry("jr:count", "repeat_count"),
            Map.entry("control::jr:count", "repeat_count"),
            Map.entry("body::jr:count", "repeat_count"),
            Map.entry("control::appearance", "appearance"),
            Map.entry("body::appearance", "appearance"),
            Map.entry("body::intent", "intent"),
            Map.entry("image", "media::image"),
            Map.entry("big-image", "media::big-image"),
            Map.entry("audio", "media::audio"),
            Map.entry("video", "media::video"),
            Map.entry("constraining message", "constraint_message"),
            Map.entry("constraint message", "constraint_message"),
            Map.entry("required message", "required_message"),
            Map.entry("choice filter", "choice_filter"),
            Map.entry("repeat count", "repeat_count"),
            Map.entry("bind::relevant", "relevant"),
            Map.entry("bind::required", "required"),
            Map.entry("bind::constraint", "constraint"),
            Map.entry("bind::calculate", "calculation"),
            Map.entry("bind::readonly", "read_only"));
    private static final Set<String> TRANSLATED =
            Set.of("label", "hint", "guidance_hint", "required_message", "constraint_message", "form_title", "media");
    private static final Set<String> SURVEY = Set.of(
            "type",
            "name",
            "label",
            "hint",
            "guidance_hint",
            "required",
            "required_message",
            "constraint",
            "constraint_message",
            "relevant",
            "choice_filter",
            "calculation",
            "default",
            "read_only",
            "appearance",
            "repeat_count",
            "parameters",
            "trigger",
            "intent",
            "disabled");
    private static final Set<String> CHOICES = Set.of("list_name", "name", "label");
    private static final Set<String> SETTINGS = Set.of("form_id", "form_title", "version", "default_language");

    /** What an office calls them, folded, by sheet. */
    private static final Map<String, Map<String, String>> VIETNAMESE = Map.of(
            "survey",
            Map.ofEntries(
                    Map.entry("loai", "type"),
                    Map.entry("loai cau hoi", "type"),
                    Map.entry("kieu", "type"),
                    Map.entry("kieu cau hoi", "type"),
                    Map.entry("ma", "name"),
                    Map.entry("ma cau hoi", "name"),
                    Map.entry("ten bien", "name"),
                    Map.entry("cau hoi", "label"),
                    Map.entry("noi dung cau hoi", "label"),
                    Map.entry("nhan", "label"),
                    Map.entry("goi y", "hint"),
                    Map.entry("huong dan", "hint"),
                    Map.entry("bat buoc", "required"),
                    Map.entry("dieu kien", "relevant"),
                    Map.entry("dieu kien hien thi", "relevant"),
                    Map.entry("rang buoc", "constraint"),
                    Map.entry("bao khi sai", "constraint_message"),
                    Map.entry("thong bao rang buoc", "constraint_message"),
                    Map.entry("cong thuc", "calculation"),
                    Map.entry("mac dinh", "default"),
                    Map.entry("gia tri mac dinh", "default")),
            "choices",
            Map.of(
                    "danh sach", "list_name",
                    "ten danh sach", "list_name",
                    "ma", "name",
                    "ma lua chon", "name",
                    "gia tri", "name",
                    "lua chon", "label",
                    "noi dung lua chon", "label",
                    "nhan", "label"),
            "settings",
            Map.of(
                    "ma bieu mau", "form_id",
                    "ma mau", "form_id",
                    "ten bieu mau", "form_title",
                    "ten mau", "form_title",
                    "phien ban", "version",
                    "ngon ngu mac dinh", "default_language"));

    private Columns() {}

    /** {@code Label :: English (en)} and {@code label:English (en)} are both {@code label::English (en)}. */
    public static String canonical(String heading) {
        var whole =
                heading.strip().replaceAll("(?:(?<!\\s)\\s++)?+::\\s*+", "::").replaceAll("\\s+", " ");
        var known = OLD_SPELLINGS.get(whole.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        var parts = whole.split("(?:(?<!\\s)\\s++)?+::?+\\s*+", 2);
        var base = parts[0].toLowerCase(Locale.ROOT);
        if (parts.length == 1) {
            return OLD_SPELLINGS.getOrDefault(base, base);
        }
        if (base.equals("media")) {
            var kind = parts[1].split("(?:(?<!\\s)\\s++)?+::?+\\s*+", 2);
            return "media::" + kind[0].toLowerCase(Locale.ROOT) + (kind.length == 1 ? "" : "::" + kind[1]);
        }
        if (base.equals("bind") || base.equals("bot")) {
            return base + "::" + parts[1];
        }
        return OLD_SPELLINGS.getOrDefault(base, base) + "::" + parts[1];
    }

    /** Whether a heading is one of this sheet's, in English or Vietnamese. */
    static boolean isOf(String sheet, String heading) {
        var column = canonical(heading);
        return isKnown(sheet, column) || inVietnamese(sheet, column).isPresent();
    }

    /** The column that a Vietnamese heading means; its language, behind two colons, stays. */
    static Optional<String> inVietnamese(String sheet, String column) {
        int colons = column.indexOf("::");
        var base = colons < 0 ? column : column.substring(0, colons);
        return Optional.ofNullable(VIETNAMESE.getOrDefault(sheet, Map.of()).get(Folding.folded(base)))
                .map(meant -> colons < 0 ? meant : meant + column.substring(colons));
    }

    private static boolean isKnown(String sheet, String column) {
        var base = column.contains("::") ? column.substring(0, column.indexOf("::")) : column;
        return known(sheet).contains(base) || TRANSLATED.contains(base) || base.equals("bind") || base.equals("bot");
    }

    private static Set<String> known(String sheet) {
        return switch (sheet) {
            case "survey" -> SURVEY;
            case "choices" -> CHOICES;
            case "settings" -> SETTINGS;
            default -> Set.of();
        };
    }

    /** What an unknown column of this sheet was probably meant to be. Columns far from every known one are notes. */
    static Optional<String> meant(String sheet, String column) {
        var base = column.contains("::") ? column.substring(0, column.indexOf("::")) : column;
        if (sheet.equals("choices") || isKnown(sheet, column)) {
            return Optional.empty();
        }
        return known(sheet).stream()
                .filter(k -> k.length() > 4 && distance(k, base) <= 2)
                .min(java.util.Comparator.comparingInt(k -> distance(k, base)));
    }

    static boolean isTranslated(String column) {
        return TRANSLATED.contains(column);
    }

    static List<String> translatedInSurvey() {
        return List.of(
                "label",
                "hint",
                "guidance_hint",
                "required_message",
                "constraint_message",
                "media::image",
                "media::audio",
                "media::video");
    }

    /** Levenshtein. */
    private static int distance(String a, String b) {
        var previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
