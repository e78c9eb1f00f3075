package dev.pickup.simulators.aws;

import java.net.URI;
import java.util.Optional;

/// Where requests come in.
interface Door extends AutoCloseable {
    URI uri();

    @Override
    void close();

    /// Who is behind it. Any thread.
    interface Desk {
        /// @return empty: the client hears nothing any more
        Optional<AwsReply> answer(AwsRequest request) throws InterruptedException;
    }
}
