package dev.pickup.simulators.eventstream;

/// Answers requests whose bodies go on while the answer does. Called on the connection's thread: must not
/// block.
public interface StreamingService {
    /// A request has begun.
    Incoming open(ServiceRequest request, ServiceReply reply);

    /// See [Incoming#ignored].
    enum Ignored implements Incoming {
        INSTANCE;

        @Override
        public void data(byte[] bytes) {}

        @Override
        public void end() {}

        @Override
        public void gone() {}
    }

    /// The body of one request.
    interface Incoming {
        void data(byte[] bytes);

        /// The body is complete.
        void end();

        /// The client gave up, or the connection is gone. Nothing comes after it.
        void gone();

        /// Of a request that was refused: its body goes nowhere.
        static Incoming ignored() {
            return Ignored.INSTANCE;
        }
    }
}
