/**
 * The settings: {@code config.yml} and the environment, read into validated records. {@link danvan.config.ConfigReader}
 * is the way in; what is wrong is reported with key, line and what is expected ({@link danvan.config.ConfigException}).
 *
 * <p>Imports no other room. Jackson's YAML is at home here.
 */
@org.jspecify.annotations.NullMarked
package danvan.config;
