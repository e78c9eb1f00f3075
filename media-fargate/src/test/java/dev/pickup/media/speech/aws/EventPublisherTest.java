package dev.pickup.media.speech.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

class EventPublisherTest {
    private final EventPublisher<String> publisher = new EventPublisher<>();

    @Test
    void sendsNoMoreThanIsAskedFor() {
        Reader reader = new Reader(2);
        publisher.send("a");
        publisher.subscribe(reader);
        publisher.send("b");
        publisher.send("c");

        assertThat(reader.got).containsExactly("a", "b");
        assertThat(publisher.backlog()).isEqualTo(1);
        reader.subscription.request(5);
        assertThat(reader.got).containsExactly("a", "b", "c");
    }

    @Test
    void nothingComesBeforeOnSubscribeReturned() {
        Reader reader = new Reader(9);
        publisher.send("a");
        publisher.subscribe(reader);

        assertThat(reader.gotInOnSubscribe).isZero();
        assertThat(reader.got).containsExactly("a");
    }

    @Test
    void completesAfterWhatWaits() {
        Reader reader = new Reader(0);
        publisher.subscribe(reader);
        publisher.send("a");
        publisher.complete();
        publisher.send("late");
        assertThat(reader.completed).isFalse();

        reader.subscription.request(1);
        assertThat(reader.got).containsExactly("a");
        assertThat(reader.completed).isTrue();
    }

    @Test
    void aSecondSubscriberIsTurnedAway() {
        publisher.subscribe(new Reader(1));
        Reader second = new Reader(1);
        publisher.subscribe(second);
        publisher.send("a");

        assertThat(second.got).isEmpty();
        assertThat(second.failed).isTrue();
    }

    @Test
    void aCancelledSubscriberGetsNothingMore() {
        Reader reader = new Reader(9);
        publisher.subscribe(reader);
        reader.subscription.cancel();
        publisher.send("a");

        assertThat(reader.got).isEmpty();
        assertThat(publisher.backlog()).isZero();
    }

    private static final class Reader implements Subscriber<String> {
        final List<String> got = new ArrayList<>();
        private final long first;
        Subscription subscription;
        int gotInOnSubscribe = -1;
        boolean completed;
        boolean failed;

        Reader(long first) {
            this.first = first;
        }

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
            if (first > 0) {
                given.request(first);
            }
            gotInOnSubscribe = got.size();
        }

        @Override
        public void onNext(String event) {
            got.add(event);
        }

        @Override
        public void onError(Throwable error) {
            failed = true;
        }

        @Override
        public void onComplete() {
            completed = true;
        }
    }
}
