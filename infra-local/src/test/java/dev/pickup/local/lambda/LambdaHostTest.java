package dev.pickup.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.amazonaws.services.lambda.runtime.Context;
import dev.pickup.local.lambda.FunctionException.Kind;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LambdaHostTest {
    private final LambdaHost host = new LambdaHost();

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void everyInvocationHasItsOwnRequestIdAndADeadline() {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        LocalFunction<String, Integer> function = host.host("f", Duration.ofSeconds(5), (text, context) -> {
            ids.add(context.getAwsRequestId());
            return context.getRemainingTimeInMillis();
        });
        assertThat(function.invoke("a")).isBetween(1, 5_000);
        assertThat(function.invoke("b")).isBetween(1, 5_000);
        assertThat(ids).hasSize(2);
    }

    @Test
    void whatAHandlerThrowsIsTheCauseAndTheNextInvocationIsFine() {
        LocalFunction<Integer, Integer> function =
                host.host("f", Duration.ofSeconds(5), (divisor, context) -> 10 / divisor);
        assertThatThrownBy(() -> function.invoke(0))
                .isInstanceOfSatisfying(
                        FunctionException.class, e -> assertThat(e.kind()).isEqualTo(Kind.FAILED))
                .hasCauseInstanceOf(ArithmeticException.class);
        assertThat(function.invoke(5)).isEqualTo(2);
    }

    @Test
    void aHandlerThatTakesTooLongIsInterrupted() {
        AtomicBoolean interrupted = new AtomicBoolean();
        LocalFunction<String, String> function = host.host("f", Duration.ofMillis(50), (text, context) -> {
            try {
                Thread.sleep(Duration.ofMinutes(1));
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
            return text;
        });
        assertThatThrownBy(() -> function.invoke("a"))
                .isInstanceOfSatisfying(
                        FunctionException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TIMED_OUT));
        await().untilTrue(interrupted);
    }

    @Test
    void beyondItsConcurrencyAFunctionIsNotRun() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        LocalFunction<String, String> function =
                host.host("f", Duration.ofSeconds(10), 1, (String text, Context context) -> {
                    inside.countDown();
                    awaitQuietly(leave);
                    return text;
                });
        Thread first = Thread.startVirtualThread(() -> function.invoke("a"));
        inside.await();
        assertThatThrownBy(() -> function.invoke("b"))
                .isInstanceOfSatisfying(
                        FunctionException.class, e -> assertThat(e.kind()).isEqualTo(Kind.THROTTLED));
        leave.countDown();
        first.join();
        assertThat(function.invoke("c")).isEqualTo("c");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
