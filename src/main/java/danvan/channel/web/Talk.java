package danvan.channel.web;

import io.javalin.config.JavalinConfig;

/** What the page of a chat asks for, below an address of it. */
record Talk(ChatRoutes chat, FileRoutes files) {

    /** @param path the page's own */
    void addTo(JavalinConfig javalin, String path) {
        javalin.routes.get(path + "/history", chat::history);
        javalin.routes.get(path + "/events", chat::events);
        javalin.routes.post(path + "/say", chat::say);
        javalin.routes.post(path + "/tap", chat::tap);
        javalin.routes.post(path + "/place", chat::place);
        javalin.routes.post(path + "/file", files::send);
        javalin.routes.get(path + "/file/{line}", files::open);
    }
}
