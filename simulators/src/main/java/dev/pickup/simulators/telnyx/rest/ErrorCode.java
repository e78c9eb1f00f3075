package dev.pickup.simulators.telnyx.rest;

/// The carrier's error codes that this exchange gives. Source: "API errors"; statuses of call control by the OpenAPI.
/// Not published, and so chosen: the statuses of `10036`, of `20100` and of the
/// 40xxx and 85xxx families. Branch on the code.
public enum ErrorCode {
    MISSING_PARAMETER(400, "10004", "Missing required parameter"),
    NOT_FOUND(404, "10005", "Resource not found"),
    UNEXPECTED(500, "10007", "Unexpected error"),
    AUTHENTICATION_FAILED(401, "10009", "Authentication failed"),
    NOT_AUTHORIZED(403, "10010", "Authorization failed"),
    TOO_MANY_REQUESTS(429, "10011", "Too many requests"),
    BAD_REQUEST(400, "10015", "Bad Request"),
    NOT_E164(400, "10016", "Phone number must be in +E.164 format"),
    UNPROCESSABLE(422, "10027", "Unprocessable Entity"),
    NOT_IN_ENUM(400, "10032", "Invalid enumerated value"),
    OUT_OF_RANGE(400, "10033", "Value outside of range"),
    BUSY_WITH_RESOURCE(409, "10036", "Resource is being processed"),
    FEATURE_LIMITED(403, "10039", "Feature limited"),
    ACCOUNT_INACTIVE(403, "20012", "Account inactive"),
    ACCOUNT_BLOCKED(403, "20013", "Account blocked"),
    ACCOUNT_NOT_VERIFIED(403, "20014", "Account not verified"),
    INSUFFICIENT_FUNDS(403, "20100", "Insufficient funds"),
    NOT_MESSAGING_ENABLED(400, "40100", "Number is not messaging-enabled"),
    OPTED_OUT(400, "40300", "Blocked due to STOP message"),
    INVALID_FROM(400, "40305", "Invalid 'from' address"),
    DESTINATION_NOT_ALLOWED(400, "40309", "Destination country is not whitelisted"),
    INVALID_TO(400, "40310", "Invalid 'to' address"),
    PROFILE_DISABLED(400, "40312", "Messaging profile is disabled"),
    NO_DESTINATIONS(400, "40331", "Messaging profile has no whitelisted destinations"),
    NOT_FROM_SEARCH(400, "85000", "Phone number not found in a recent search"),
    NUMBER_GONE(400, "85001", "Phone number is no longer available"),
    BAD_CONNECTION(400, "85004", "Connection ID is invalid"),
    BAD_MESSAGING_PROFILE(400, "85005", "Messaging profile ID is invalid"),
    NUMBER_RESERVED(400, "85006", "Phone number is already reserved"),
    RESERVATION_LIMIT(400, "85007", "Reservation limit reached"),
    UNKNOWN_CALL(422, "90015", "Invalid Call Control ID"),
    CALL_ENDED(422, "90018", "Call has already ended"),
    CALL_NOT_ANSWERED(422, "90034", "Call not answered yet"),
    STREAM_IN_USE(422, "90045", "Media streaming is already in use"),
    STREAM_FAILED(422, "90046", "Media streaming failed to start"),
    STREAM_NOT_IN_USE(422, "90048", "Media streaming is not in use"),
    ANSWER_ON_OUTBOUND(422, "90102", "Answer used on an outbound call");

    private final int status;
    private final String code;
    private final String title;

    ErrorCode(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }
}
