package dev.pickup.core.agent;

/// One thing that is wrong with an agent's settings.
///
/// @param code    stable: `required`, `wrong-type`, `malformed`, `too-long`, `too-many`, `out-of-range`, `unknown`,
///                `overlapping`
/// @param pointer JSON Pointer (RFC 6901) into the settings, e.g. `/hours/monday/0`
/// @param detail  one sentence that says what to do
public record SettingProblem(String code, String pointer, String detail) {
    /// A step of a pointer, escaped.
    public static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
