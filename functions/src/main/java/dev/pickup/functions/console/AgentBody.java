package dev.pickup.functions.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.core.agent.AgentSettings;
import dev.pickup.functions.runtime.api.ProblemException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a request says about an agent.
final class AgentBody {
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"?([0-9]{1,7})\"?");

    private AgentBody() {}

    /// The given settings; those that are not given come from `base`.
    static AgentSettings settings(ObjectNode body, ObjectNode base) {
        if (!(body.path("settings") instanceof ObjectNode given)) {
            throw ProblemException.invalid("settings", "Send the settings as an object.");
        }
        ObjectNode merged = base.deepCopy();
        merged.setAll(given);
        return SettingsReader.read(merged);
    }

    /// The version that was edited.
    static int version(ObjectNode body, Optional<String> ifMatch) {
        JsonNode version = body.path("version");
        if (version.isIntegralNumber()) {
            return version.asInt();
        }
        Matcher etag = ETAG.matcher(ifMatch.orElse(""));
        if (etag.matches()) {
            return Integer.parseInt(etag.group(1));
        }
        throw new ProblemException(428, "version-required", "Say which version you edited, by If-Match or by version.");
    }
}
