package danvan.channel.web;

import java.util.Optional;

/**
 * What a part says it is.
 *
 * @param isFile whether it has a file name, be it empty
 */
record PartName(String name, boolean isFile, String fileName) {
    private static final int LONGEST_NAME = 120;

    static final PartName NONE = new PartName("", false, "");

    static PartName of(String header) {
        // Browsers write the names as they are, in UTF-8, with quotes and line ends escaped (the form encoding of
        // HTML).
        Optional<String> file = parameter(header, "filename");
        return new PartName(
                parameter(header, "name").orElse(""),
                file.isPresent(),
                file.map(PartName::plain).orElse(""));
    }

    private static Optional<String> parameter(String header, String name) {
        String spaced = header.replaceAll(";\\s*+", "; ");
        String before = "; " + name + "=\"";
        int at = spaced.indexOf(before);
        if (at < 0) {
            return Optional.empty();
        }
        String rest = spaced.substring(at + before.length());
        int end = rest.indexOf('"');
        return Optional.of(
                (end < 0 ? rest : rest.substring(0, end)).replace("%22", "\"").replace("%0D%0A", " "));
    }

    /** Without the folder that old browsers send with it. */
    private static String plain(String name) {
        String last = name.replaceFirst("^.*[/\\\\]", "");
        String plain = ChatRoutes.UNWANTED.matcher(last).replaceAll("").strip();
        return plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
    }
}
