package dev.pickup.simulators.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// AWS Lambda's `Invoke`, synchronous only. Source: Lambda API reference, "Invoke", and Developer Guide, "Lambda
/// quotas" (6 MB of payload), read 2026-11.
public final class LambdaSimulator implements AwsService {
    private static final Pattern PATH = Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");
    private static final int LARGEST_PAYLOAD = 6 * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Function> functions;

    /// What a function does with its event.
    public interface Function {
        /// @throws Exception the function's fault, reported as Lambda reports it
        JsonNode handle(JsonNode event) throws Exception;
    }

    /// The function took longer than it may.
    public static final class TimedOut extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /// @param functions by name
    public LambdaSimulator(Map<String, Function> functions) {
        this.functions = Map.copyOf(functions);
    }

    @Override
    public String signingName() {
        return "lambda";
    }

    @Override
    public AwsReply answer(AwsRequest request) {
        Matcher path = PATH.matcher(AwsRequest.decode(request.path()));
        if (!path.matches() || !request.method().equals("POST")) {
            return refuse(request, 404, "UnknownOperationException", "No such operation");
        }
        if (!request.header("x-amz-invocation-type").orElse("RequestResponse").equals("RequestResponse")) {
            return refuse(request, 400, "InvalidParameterValueException", "Only synchronous invocations are simulated");
        }
        if (request.body().length > LARGEST_PAYLOAD) {
            return refuse(request, 413, "RequestTooLargeException", "6 MB at most");
        }
        Function function = functions.get(path.group(1));
        if (function == null) {
            return refuse(request, 404, "ResourceNotFoundException", "Function not found: " + path.group(1));
        }
        return invoke(function, request);
    }

    @Override
    public AwsReply refuse(AwsRequest request, int status, String code, String message) {
        String body = JSON.createObjectNode()
                .put("Type", "User")
                .put("Message", message)
                .toString();
        return AwsReply.json(status, body).with("x-amzn-ErrorType", code);
    }

    private AwsReply invoke(Function function, AwsRequest request) {
        JsonNode event;
        try {
            event = JSON.readTree(request.body());
        } catch (IOException e) {
            return refuse(request, 400, "InvalidRequestContentException", "Could not parse request body into json");
        }
        try {
            return AwsReply.json(200, function.handle(event).toString()).with("X-Amz-Executed-Version", "$LATEST");
        } catch (TimedOut _) {
            return fault("Sandbox.Timedout", "RequestId: 0 Error: Task timed out after 12.00 seconds");
        } catch (Exception e) {
            return fault(e.getClass().getName(), "It failed.");
        }
    }

    private static AwsReply fault(String type, String message) {
        String body = JSON.createObjectNode()
                .put("errorType", type)
                .put("errorMessage", message)
                .toString();
        return AwsReply.json(200, body)
                .with("X-Amz-Function-Error", "Unhandled")
                .with("X-Amz-Executed-Version", "$LATEST");
    }
}
