package dev.pickup.core.carrier.telnyx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierRejectedException.Reason;

/// An answer that is final, good or bad. Its body never gets into an exception or a log.
///
/// @param body      a missing node when it is no JSON
/// @param requestId what the carrier's support asks for; empty when there is none
record TelnyxReply(int status, JsonNode body, String requestId) {
    boolean ok() {
        return status >= 200 && status < 300;
    }

    boolean notFound() {
        return status == 404;
    }

    /// The key is not known, or may not.
    boolean notAllowed() {
        return status == 401 || status == 403;
    }

    JsonNode data() {
        return body.path("data");
    }

    /// The carrier's code of the first error; the status when it gave none.
    String code() {
        return body.path("errors").path(0).path("code").asText("http-" + status);
    }

    /// What the carrier said, as it said it; for the customer, who may see their own things named.
    String words() {
        JsonNode first = body.path("errors").path(0);
        return first.path("detail").asText(first.path("title").asText(""));
    }

    /// @return itself
    /// @throws CarrierRejectedException it is bad
    TelnyxReply orRejected() {
        if (ok()) {
            return this;
        }
        throw new CarrierRejectedException(notAllowed() ? Reason.NOT_ALLOWED : Reason.OTHER, code(), requestId);
    }
}
