package dev.pickup.media.speech.aws;

import java.security.cert.CertificateException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLPeerUnverifiedException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/// Why a request or a stream failed. Immutable.
///
/// @param code the service's own, or the kind of exception; never a message, for that may quote what was said
public record ServiceFault(Kind kind, String code) {
    private static final Set<String> THROTTLED = Set.of(
            "LimitExceededException",
            "ThrottlingException",
            "ServiceQuotaExceededException",
            "TooManyRequestsException");
    private static final Set<String> REFUSED = Set.of(
            "BadRequestException",
            "ValidationException",
            "AccessDeniedException",
            "UnrecognizedClientException",
            "InvalidSignatureException",
            "LexiconNotFoundException",
            "EngineNotSupportedException",
            "TextLengthExceededException",
            "LanguageNotSupportedException");
    private static final int DEEPEST_CAUSE = 20;
    private static final int TOO_MANY = 429;
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final int SERVER_FAULT = 500;

    /// What can be done about it.
    public enum Kind {
        /// The quota is used up: wait, or ask somebody else.
        THROTTLED,
        /// It will not get better by repeating.
        REFUSED,
        /// The service or the way to it is broken for the moment.
        BROKEN
    }

    /// The stream ended, and nobody had ended it: a RST_STREAM after the first bytes looks like this too.
    public static final ServiceFault ENDED = new ServiceFault(Kind.BROKEN, "ended-early");

    /// Nothing came although something was due.
    public static final ServiceFault STALLED = new ServiceFault(Kind.BROKEN, "stalled");

    /// Who answers does not prove to be the service: nothing was sent, and nothing will be.
    public static final ServiceFault UNTRUSTED = new ServiceFault(Kind.REFUSED, "untrusted-certificate");

    public static ServiceFault of(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (isUntrusted(cause)) {
            return UNTRUSTED;
        }
        if (!(cause instanceof AwsServiceException service)) {
            return new ServiceFault(Kind.BROKEN, cause.getClass().getSimpleName());
        }
        var details = service.awsErrorDetails();
        String code = details == null || details.errorCode() == null
                ? service.getClass().getSimpleName()
                : details.errorCode();
        return new ServiceFault(kind(code, service.statusCode()), code);
    }

    /// Other ends of a handshake are those of a broken connection, and worth another one.
    private static boolean isUntrusted(Throwable cause) {
        Throwable next = cause;
        for (int depth = 0; next != null && depth < DEEPEST_CAUSE; depth++) {
            if (next instanceof CertificateException || next instanceof SSLPeerUnverifiedException) {
                return true;
            }
            next = next.getCause();
        }
        return false;
    }

    private static Kind kind(String code, int status) {
        if (THROTTLED.contains(code) || status == TOO_MANY) {
            return Kind.THROTTLED;
        }
        boolean refused = status >= BAD_REQUEST && status < SERVER_FAULT && status != CONFLICT;
        return REFUSED.contains(code) || refused ? Kind.REFUSED : Kind.BROKEN;
    }
}
