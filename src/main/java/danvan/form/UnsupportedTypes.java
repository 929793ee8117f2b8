package danvan.form;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Types that XLSForm has and a chat cannot ask, or not yet, each with the reason an author is told. */
final class UnsupportedTypes {
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("barcode", "cannot be scanned in a chat"),
            Map.entry("qrcode", "cannot be scanned in a chat"),
            Map.entry("rank", "cannot be asked in a chat"),
            Map.entry("range", "is not supported yet"),
            Map.entry("geotrace", "cannot be drawn in a chat"),
            Map.entry("geoshape", "cannot be drawn in a chat"),
            Map.entry("osm", "cannot be drawn in a chat"),
            Map.entry("audit", "records a phone app, not a chat"),
            Map.entry("background-audio", "cannot be recorded in a chat"),
            Map.entry("background-geopoint", "cannot be recorded in a chat"),
            Map.entry("start-geopoint", "cannot be recorded in a chat"),
            Map.entry("deviceid", "is unknown in a chat"),
            Map.entry("phonenumber", "is not collected"),
            Map.entry("simserial", "is unknown in a chat"),
            Map.entry("subscriberid", "is unknown in a chat"),
            Map.entry("email", "is not collected"),
            Map.entry("xml-external", "needs an outside file"),
            Map.entry("csv-external", "needs an outside file"),
            Map.entry("select_one_from_file", "needs an outside file"),
            Map.entry("select_multiple_from_file", "needs an outside file"),
            Map.entry("select_one_external", "needs an outside file"));

    private UnsupportedTypes() {}

    static Optional<String> reason(String written) {
        var first = written.toLowerCase(Locale.ROOT).split("\\s+", 2)[0];
        return Optional.ofNullable(REASONS.get(first));
    }
}
