package danvan.config;

/** A setting is missing or malformed. The message is one line for the operator: where, which key, what is expected. */
public final class ConfigException extends RuntimeException {
    public ConfigException(String message) {
        super(message);
    }

    public ConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
