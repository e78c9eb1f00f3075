package dev.pickup.core.byop;

import dev.pickup.core.carrier.CarrierAccount;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Somebody with an account at a simulated carrier and a number in it, reached over a real socket by the real client.
/// Things can go wrong with any request. One thread.
interface SimulatedCustomer {
    CarrierName carrier();

    PhoneNumber number();

    /// @param timeout  of one attempt
    /// @param attempts of one request that may be repeated
    CarrierAccount open(HttpClient http, Duration timeout, int attempts);

    /// All that the account has, byte for byte.
    String state();

    /// Whether the carrier would hand calls to the number to `hook`.
    boolean rings(URI hook);

    /// What is in the account under `name`: the kind of each thing.
    List<String> bearing(String name);

    /// From now on this goes wrong, and nothing else.
    void provoke(List<Trouble> troubles);

    /// What one carrier's customers have in common.
    interface Carrier extends AutoCloseable {
        /// Each with a number that is set up in another way; importing that of the first one takes every request that
        /// changes the account.
        List<? extends SimulatedCustomer> customers();

        /// Requests that things go wrong with, as [Trouble#request] says them.
        List<String> requests();

        /// Names of the requests that change the account.
        Set<String> writes();

        /// Names a request: method and route.
        String route(HttpRequest request);

        @Override
        void close();
    }

    /// @param request one of [Carrier#requests]
    /// @param times   how many requests it happens to
    record Trouble(String request, Mishap mishap, int times) {}

    /// What goes wrong.
    enum Mishap {
        /// Carried out; the connection closes without an answer.
        ANSWER_LOST,
        /// Carried out; the answer comes when nobody waits for it any more.
        ANSWER_TOO_LATE,
        /// Carried out; the answer is a 5xx all the same.
        DONE_BUT_FAILS,
        /// Not carried out; the answer is a 5xx.
        FAILS,
        RATE_LIMITED,
        SLOW
    }
}
