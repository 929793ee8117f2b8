package danvan.conversation;

import danvan.chat.Role;
import danvan.text.Language;
import danvan.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Telegram lists behind its stroke: the commands of everybody, with a line on each, in each language. */
public record CommandMenu(FeatureRouter switchboard, Texts texts) {

    /** By the language's code: the command's word there, and what it does. */
    public Map<String, List<Map.Entry<String, String>>> byLanguage() {
        Map<String, List<Map.Entry<String, String>>> commands = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            commands.put(
                    language.code(),
                    switchboard.commands(Role.CADRE).stream()
                            .map(command -> described(command, language))
                            .toList());
        }
        return commands;
    }

    private Map.Entry<String, String> described(Command command, Language language) {
        return Map.entry(command.in(language), texts.in(language).plain(command.help()));
    }
}
