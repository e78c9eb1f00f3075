package dev.pickup.media.session;

import dev.pickup.media.audio.AudioFrame;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// What waits for a call's loop. Any thread puts, one takes.
///
/// The caller's frames: at most [#MOST_FRAMES]; when it is full the oldest is dropped and counted, so the reader never
/// waits. Everything else: at most [#MOST_MESSAGES]; nothing of it may be lost, so an overflow ends the call. A
/// barge-in removes nothing here: stale messages carry the number of what they belong to.
public final class Mailbox {
    /// 2 s: as long as a call may take to be claimed while its audio comes already.
    static final int MOST_FRAMES = 100;

    static final int MOST_MESSAGES = 8_192;

    private static final Message AUDIO = new Message.Audio();

    private final ArrayBlockingQueue<AudioFrame> frames = new ArrayBlockingQueue<>(MOST_FRAMES);
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>(MOST_MESSAGES);
    private final AtomicBoolean announced = new AtomicBoolean();
    private final AtomicLong dropped = new AtomicLong();
    private volatile boolean overflowed;

    /// Adds 20 ms of the caller.
    public void audio(AudioFrame frame) {
        while (!frames.offer(frame)) {
            if (frames.poll() != null) {
                dropped.incrementAndGet();
            }
        }
        if (announced.compareAndSet(false, true)) {
            put(AUDIO);
        }
    }

    /// Adds a message.
    void put(Message message) {
        overflowed |= !messages.offer(message);
    }

    /// The carrier returned a mark.
    public void markReturned(String name) {
        put(new Message.MarkReturned(name));
    }

    /// The caller pressed a key.
    public void digit(char digit) {
        put(new Message.Noted(new dev.pickup.media.turn.Fact.Digit(digit)));
    }

    /// The stream's byte order turned out to be another one than was expected, or the same.
    public void wireProbed(String byteOrder) {
        put(new Message.WireProbed(byteOrder));
    }

    /// The socket is gone.
    public void socketClosed(boolean callOver) {
        put(new Message.SocketClosed(callOver));
    }

    /// The task must go.
    public void shutDown(boolean handOver) {
        put(new Message.ShutDown(handOver));
    }

    /// The next message, or null when none came in time.
    @Nullable
    Message take(long waitUs) throws InterruptedException {
        return messages.poll(Math.max(0, waitUs), TimeUnit.MICROSECONDS);
    }

    /// Whether something waits beside the caller's frames.
    boolean holdsMessages() {
        return !messages.isEmpty();
    }

    /// The caller's next frame, or null.
    @Nullable
    AudioFrame frame() {
        return frames.poll();
    }

    /// From now on, a new frame is announced again.
    void audioTaken() {
        announced.set(false);
    }

    /// Frames that were dropped because the loop was too slow.
    long dropped() {
        return dropped.get();
    }

    /// Whether something was lost that must not be.
    boolean overflowed() {
        return overflowed;
    }
}
