package danvan.form.session;

import danvan.form.FormContext;
import danvan.form.xform.XFormNormalizer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.UUID;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.data.DateData;
import org.javarosa.core.model.data.DateTimeData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.utils.DateUtils;
import org.javarosa.core.model.utils.IPreloadHandler;
import org.javarosa.core.model.utils.QuestionPreloader;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.xpath.expr.XPathFuncExpr;

/**
 * What one engine believes about the world outside: the time, the person, the draft's id. Set when the form is
 * checked out.
 *
 * <p>JavaRosa computes in the machine's time zone. The person's wall clock is therefore shown to it as if it were the
 * machine's, so that today, this hour and "since yesterday" come out right everywhere; {@link ZoneOffsets} writes the
 * person's own offset when the form is finished.
 */
final class SessionClock {
    private LocalDateTime now = LocalDateTime.of(2000, 1, 1, 0, 0);
    private String username = "";
    private String instanceId = "";

    void set(FormContext context, String instanceId) {
        this.now = context.now().toLocalDateTime();
        this.username = context.username();
        this.instanceId = instanceId;
    }

    void install(FormEntryController controller) {
        controller.addFunctionHandler(new FormFunction(XFormNormalizer.TODAY, (args, place) -> today()));
        controller.addFunctionHandler(new FormFunction(XFormNormalizer.NOW, (args, place) -> moment()));
        controller.addFunctionHandler(new FormFunction(XFormNormalizer.RANDOM, (args, place) -> {
            return (drawn(place).getMostSignificantBits() >>> 11) * 0x1p-53;
        }));
        controller.addFunctionHandler(new FormFunction(
                XFormNormalizer.UUID, (args, place) -> uuid(args, drawn(place).toString())));
        var preloader = new QuestionPreloader();
        preloader.addPreloadHandler(new Preload("timestamp", this::timestamp, this::timestampAtEnd));
        preloader.addPreloadHandler(
                new Preload("date", params -> params.equals("today") ? new DateData(today()) : null, (n, p) -> false));
        preloader.addPreloadHandler(new Preload(
                "property",
                params -> params.equals("username") && !username.isEmpty() ? new StringData(username) : null,
                (n, p) -> false));
        preloader.addPreloadHandler(
                new Preload("uid", params -> new StringData("uuid:" + instanceId), (n, p) -> false));
        controller.getModel().getForm().setPreloader(preloader);
    }

    private Date today() {
        return DateUtils.getDate(now.getYear(), now.getMonthValue(), now.getDayOfMonth());
    }

    private Date moment() {
        return DateUtils.getDate(DateUtils.DateFields.of(
                now.getYear(),
                now.getMonthValue(),
                now.getDayOfMonth(),
                now.getHour(),
                now.getMinute(),
                now.getSecond(),
                now.getNano() / 1_000_000));
    }

    private @org.jspecify.annotations.Nullable IAnswerData timestamp(String params) {
        return params.equals("start") ? new DateTimeData(moment()) : null;
    }

    private boolean timestampAtEnd(TreeElement node, String params) {
        if (params.equals("end")) {
            node.setAnswer(new DateTimeData(moment()));
            return true;
        }
        return false;
    }

    /** Chance that is the same for this draft at this place whenever it is asked: a restore must not change a draft. */
    private UUID drawn(EvaluationContext place) {
        var seed = instanceId + " " + place.getContextRef();
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code uuid(8)} is eight characters long. */
    private static String uuid(Object[] args, String drawn) {
        if (args.length == 0) {
            return drawn;
        }
        int length = Math.min(
                drawn.length() - 4, Math.max(1, XPathFuncExpr.toInt(args[0]).intValue()));
        return drawn.replace("-", "").substring(0, length);
    }

    private interface Start {
        @org.jspecify.annotations.Nullable
        IAnswerData value(String params);
    }

    private interface End {
        boolean change(TreeElement node, String params);
    }

    private record Preload(String name, Start start, End end) implements IPreloadHandler {
        @Override
        public String preloadHandled() {
            return name;
        }

        @Override
        public @org.jspecify.annotations.Nullable IAnswerData handlePreload(
                @org.jspecify.annotations.Nullable String params) {
            return start.value(params == null ? "" : params);
        }

        @Override
        public boolean handlePostProcess(TreeElement node, @org.jspecify.annotations.Nullable String params) {
            return end.change(node, params == null ? "" : params);
        }
    }
}
