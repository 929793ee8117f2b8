package danvan.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.jar.JarFile;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Makes up updates out of every type that the Bot API has, as the TelegramBots library knows them. */
final class BotApiTypes {
    private static final String OBJECTS = "org/telegram/telegrambots/meta/api/objects/";
    private static final int DEEPEST = 6;
    private static final List<String> STATUSES =
            List.of("creator", "administrator", "member", "restricted", "left", "kicked");

    private final Random random;
    private final long[] chats;
    private final List<Class<?>> known = new ArrayList<>();
    private final Map<Class<?>, List<Class<?>>> kinds = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    /** Updates from these chats, made up anew from a random number's seed. */
    BotApiTypes(Random random, long... chats) {
        this.random = random;
        this.chats = chats.clone();
        try (JarFile jar = new JarFile(Path.of(Update.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toFile())) {
            for (String name :
                    jar.stream().map(entry -> entry.getName()).sorted().toList()) {
                if (name.startsWith(OBJECTS) && name.endsWith(".class") && !name.contains("$")) {
                    known.add(Class.forName(name.substring(0, name.length() - 6).replace('/', '.')));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The kinds of update there are, such as {@code edited_channel_post}. */
    List<String> kindsOfUpdate() {
        return fields(Update.class).stream()
                .map(BotApiTypes::name)
                .filter(name -> !name.equals("update_id"))
                .toList();
    }

    /** The names of the types met so far. */
    Set<String> used() {
        return Set.copyOf(used);
    }

    /** An update of a kind, as Telegram might write it. */
    ObjectNode update(long id, String kind) {
        ObjectNode update = JsonNodeFactory.instance.objectNode().put("update_id", id);
        for (Field field : fields(Update.class)) {
            if (name(field).equals(kind)) {
                update.set(kind, value(field.getGenericType(), kind, 1));
            }
        }
        return update;
    }

    private JsonNode value(Type type, String name, int depth) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (type instanceof ParameterizedType list) {
            Type of = list.getActualTypeArguments()[list.getActualTypeArguments().length - 1];
            var array = json.arrayNode();
            for (int left = depth >= DEEPEST ? 0 : random.nextInt(3); left > 0; left--) {
                array.add(value(of, name, depth + 1));
            }
            return array;
        }
        if (type == Boolean.class || type == boolean.class) {
            return json.booleanNode(random.nextBoolean());
        }
        if (type == Double.class || type == Float.class) {
            return json.numberNode(random.nextDouble() * 90);
        }
        if (type == Long.class || type == Integer.class || type == long.class || type == int.class) {
            return json.numberNode(
                    name.equals("id") ? chats[random.nextInt(chats.length)] : 1 + random.nextInt(1 << 30));
        }
        return type instanceof Class<?> one && one.getName().startsWith(OBJECTS.replace('/', '.'))
                ? object(one, depth)
                : json.textNode(text(name));
    }

    private JsonNode object(Class<?> type, int depth) {
        if (type.isEnum()) {
            return JsonNodeFactory.instance.textNode(String.valueOf(type.getEnumConstants()[0]));
        }
        List<Class<?>> choices = kinds.computeIfAbsent(type, this::concrete);
        Class<?> chosen = choices.isEmpty() ? type : choices.get(random.nextInt(choices.size()));
        used.add(chosen.getSimpleName());
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        List<Field> fields = fields(chosen);
        for (Field field : fields) {
            // What lies deep is sparse, or a message in a message in a message would never end.
            boolean basic = Set.of("id", "type", "chat", "from", "text", "data", "status")
                    .contains(name(field));
            if (depth < DEEPEST && (basic || random.nextInt(fields.size()) < 6)) {
                object.set(name(field), value(field.getGenericType(), name(field), depth + 1));
            }
        }
        return object;
    }

    private List<Class<?>> concrete(Class<?> type) {
        return known.stream()
                .filter(one -> type.isAssignableFrom(one) && !Modifier.isAbstract(one.getModifiers()))
                .<Class<?>>map(one -> one)
                .toList();
    }

    private String text(String name) {
        return switch (name) {
            case "type" -> "private";
            case "status" -> STATUSES.get(random.nextInt(STATUSES.size()));
            default -> name + " \u0111\u1ed3ng ch\u00ed " + random.nextInt(1_000);
        };
    }

    private static List<Field> fields(Class<?> type) {
        List<Field> all = new ArrayList<>();
        for (Class<?> one = type; one != null; one = one.getSuperclass()) {
            Arrays.stream(one.getDeclaredFields())
                    .filter(field -> field.isAnnotationPresent(JsonProperty.class))
                    .forEach(all::add);
        }
        return all;
    }

    private static String name(Field field) {
        return field.getAnnotation(JsonProperty.class).value();
    }
}
