package dev.pickup.functions.runtime.api;

import dev.pickup.core.agent.SettingProblem;
import java.util.List;
import java.util.Map;

/// Ends a request with a problem document (RFC 9457).
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<SettingProblem> errors;
    private final transient Map<String, Object> more;

    /// @param code   stable, listed in `openapi.yaml`
    /// @param detail one sentence that says what to do; no numbers of callers in it
    public ProblemException(int status, String code, String detail) {
        this(status, code, detail, List.of());
    }

    public ProblemException(int status, String code, String detail, List<SettingProblem> errors) {
        super(detail, null, false, false); // an answer, not a fault: no stack trace
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
        this.more = Map.of();
    }

    /// With a member of its own (RFC 9457, section 3.2).
    ///
    /// @param name  of the member, as `openapi.yaml` has it
    /// @param value written as JSON
    public ProblemException(int status, String code, String detail, String name, Object value) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.errors = List.of();
        this.more = Map.of(name, value);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<SettingProblem> errors() {
        return errors;
    }

    /// Members beside the usual ones.
    public Map<String, Object> more() {
        return more;
    }

    public static ProblemException invalid(String name, String detail) {
        return new ProblemException(
                400,
                "request-invalid",
                "The request is not valid, see errors.",
                List.of(new SettingProblem("malformed", "/" + name, detail)));
    }

    public static ProblemException notFound(String what) {
        return new ProblemException(404, what + "-not-found", "There is no such " + what + " in this account.");
    }
}
