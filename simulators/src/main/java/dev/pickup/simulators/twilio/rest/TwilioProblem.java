package dev.pickup.simulators.twilio.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.rest.HttpReply;
import java.util.Map;

/// The carrier refuses: an HTTP status, a code and a sentence, in one object. Source: Twilio "Errors and warnings".
public final class TwilioProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    public TwilioProblem(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /// No credentials, or a secret that is not the right one.
    public static TwilioProblem authenticate() {
        return new TwilioProblem(401, 20003, "Authenticate");
    }

    public static TwilioProblem invalidUsername() {
        return new TwilioProblem(401, 20003, "Authentication Error - invalid username");
    }

    /// A restricted key that may not do this.
    ///
    /// @param permission without a leading slash, such as `twilio/messaging/messages/list`
    public static TwilioProblem missingPermission(String permission) {
        return new TwilioProblem(401, 70051, "Authorization Error: required permission " + permission + " is missing");
    }

    /// @param path as it was asked for, such as `/2010-04-01/Accounts/AC…/Calls/CA….json`
    public static TwilioProblem notFound(String path) {
        return new TwilioProblem(404, 20404, "The requested resource " + path + " was not found");
    }

    public static TwilioProblem tooManyRequests() {
        return new TwilioProblem(429, 20429, "Too Many Requests");
    }

    public int status() {
        return status;
    }

    public int code() {
        return code;
    }

    /// The answer that says so.
    public HttpReply toReply() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("code", code).put("message", getMessage());
        body.put("more_info", "https://www.twilio.com/docs/errors/" + code).put("status", status);
        HttpReply reply = HttpReply.json(status, body);
        return status == 401 ? reply.withHeaders(Map.of("WWW-Authenticate", "Basic realm=\"Twilio API\"")) : reply;
    }
}
