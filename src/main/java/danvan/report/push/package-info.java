/**
 * Copies of submitted reports for an ODK Central or KoboToolbox server, by the OpenRosa form submission API; off unless
 * the settings name a server. {@link danvan.report.push.OpenRosaPush} is the way in. Imports {@code storage} and {@code report.store}.
 */
@org.jspecify.annotations.NullMarked
package danvan.report.push;
