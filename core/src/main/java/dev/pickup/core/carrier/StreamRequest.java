package dev.pickup.core.carrier;

import java.net.URI;

/// Where a leg's media shall be streamed, and with which secret the socket proves that it is the one we asked
/// for.
///
/// @param url       `ws` or `wss`, ends with the single-use token
/// @param authToken comes back as a header of the upgrade request and in the first frame
public record StreamRequest(URI url, String authToken) {
    /// Both parts are secrets.
    @Override
    public String toString() {
        return "StreamRequest[" + url.getScheme() + "://" + url.getHost() + "]";
    }
}
