package danvan.channel.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets another channel's server in: with its secret alone, and an answer of 200 only for what is kept. */
final class HookRoutes implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(HookRoutes.class);
    /** Far more than an update has. */
    private static final int LONGEST = 1 << 20;

    private final Hook hook;

    HookRoutes(Hook hook) {
        this.hook = hook;
    }

    @Override
    public String path() {
        return hook.path();
    }

    @Override
    public String contentPolicy() {
        return "default-src 'none'";
    }

    @Override
    public void addTo(JavalinConfig javalin, ChatPage chat) {
        javalin.routes.post(hook.path(), this::post);
    }

    @Override
    public void refused(Context request, int status) {
        request.contentType("text/plain").result("");
    }

    private void post(Context request) throws IOException {
        // Before anything of it is read: whoever likes can post.
        if (!hook.knows(Optional.ofNullable(request.header(hook.secretHeader())).orElse(""))) {
            request.status(401);
            return;
        }
        InputStream posted = request.bodyInputStream();
        byte[] body = posted.readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            // Who is still sending does not hear the answer.
            int dropped = posted.readNBytes(LONGEST).length;
            // It would come again for ever; 200 says that it is done with.
            LOG.error("what was posted to {} has {} bytes or more and is skipped", hook.path(), body.length + dropped);
            return;
        }
        try {
            hook.take(body);
        } catch (RuntimeException e) {
            LOG.warn(
                    "what was posted to {} cannot be kept now and will be posted again: {}",
                    hook.path(),
                    e.getMessage());
            request.status(503);
        }
    }
}
