package dev.pickup.media.audio;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lays both sides of a call side by side: the caller's frames as they come, the agent's where they were heard.
///
/// Times are ms on the call's own line. The agent's audio is sent a little ahead and may be cleared before it is
/// heard: each second is written only when nothing can change it any more. The caller's frames are dated anew while
/// they come: the first of them may have waited on their way, and lost ones leave silence. Owned by the session's
/// loop, which never waits: a thread of its own writes; when that falls 30 s behind, the recording is given up.
public final class CallRecorder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CallRecorder.class);

    /// Longer than we send ahead, in frames.
    private static final int SETTLED_AFTER = 50;

    /// Frames of the agent's side that can lie between "written" and "still to be heard"; a power of two.
    private static final int RING = 256;

    private static final int SAMPLES_PER_MS = AudioFrame.SAMPLE_RATE_HZ / 1000;
    private static final int FRAMES_PER_BLOCK = 50;
    private static final int MOST_BLOCKS = 30;

    /// Silence for lost frames, at the most at once. Chosen: a socket that is silent for longer is closed.
    private static final int MOST_LOST = 500;

    private final Recordings.Recording recording;
    private final BlockingQueue<Block> blocks = new ArrayBlockingQueue<>(MOST_BLOCKS);
    private final Thread writer;
    private final short[] agent = new short[RING * AudioFrame.SAMPLES];
    private final short[] caller = new short[RING * AudioFrame.SAMPLES];
    private long startMs = -1;
    private long callerFrames;
    private long writtenFrames;
    private volatile boolean lost;

    private static final class Block {
        final short[] left;
        final short[] right;

        Block(short[] left, short[] right) {
            this.left = left;
            this.right = right;
        }
    }

    public CallRecorder(Recordings.Recording recording) {
        this.recording = recording;
        this.writer = Thread.ofVirtual().name("recording").start(this::write);
    }

    /// The caller's next 20 ms, which began at `atMs` as far as one knows now. The first is the recording's beginning.
    public void caller(AudioFrame frame, long atMs) {
        if (startMs < 0) {
            startMs = atMs;
        }
        startMs = Math.clamp(atMs - callerFrames * AudioFrame.PTIME_MS, 0, startMs);
        long lost = (atMs - startMs) / AudioFrame.PTIME_MS - callerFrames;
        for (long i = 0; i < Math.min(lost, MOST_LOST); i++) {
            append(AudioFrame.SILENCE);
        }
        append(frame);
    }

    /// 20 ms of the agent that will be heard from `atMs` on.
    public void agent(AudioFrame frame, long atMs) {
        if (startMs < 0) {
            return;
        }
        long first = atMs * SAMPLES_PER_MS;
        long from = writtenUntil();
        for (int i = 0; i < AudioFrame.SAMPLES; i++) {
            if (first + i >= from && first + i < from + agent.length) {
                agent[ring(first + i)] = frame.sample(i);
            }
        }
    }

    /// What was to be heard from `atMs` on never will be.
    public void cut(long atMs) {
        if (startMs < 0) {
            return;
        }
        long end = writtenUntil() + agent.length;
        for (long i = Math.max(atMs * SAMPLES_PER_MS, writtenUntil()); i < end; i++) {
            agent[ring(i)] = 0;
        }
    }

    /// Writes the rest. Waits for the disk at most 5 s; returns the key unless the recording was lost.
    public Optional<String> finish() {
        while (callerFrames > writtenFrames) {
            release((int) Math.min(FRAMES_PER_BLOCK, callerFrames - writtenFrames));
        }
        close();
        return lost ? Optional.empty() : Optional.of(recording.key());
    }

    @Override
    public void close() {
        offer(new Block(new short[0], new short[0]));
        try {
            lost |= !writer.join(java.time.Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void append(AudioFrame frame) {
        frame.copyTo(caller, slot(callerFrames));
        callerFrames++;
        if (callerFrames - writtenFrames >= SETTLED_AFTER + FRAMES_PER_BLOCK) {
            release(FRAMES_PER_BLOCK);
        }
    }

    /// The first sample, counted from the answer, that can still be changed.
    private long writtenUntil() {
        return (startMs + writtenFrames * AudioFrame.PTIME_MS) * SAMPLES_PER_MS;
    }

    private void release(int frames) {
        int from = slot(writtenFrames);
        long heardFrom = writtenUntil();
        short[] left = new short[frames * AudioFrame.SAMPLES];
        short[] right = new short[left.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = caller[(from + i) % caller.length];
            int heard = ring(heardFrom + i);
            right[i] = agent[heard];
            agent[heard] = 0;
        }
        writtenFrames += frames;
        offer(new Block(left, right));
    }

    private void offer(Block block) {
        try {
            lost |= !blocks.offer(block) && !(block.left.length == 0 && blocks.offer(block, 5, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try (recording) {
            for (Block block = blocks.take(); block.left.length > 0; block = blocks.take()) {
                if (!lost) {
                    recording.append(block.left, block.right);
                }
            }
        } catch (Recordings.RecordingUnavailableException e) {
            lost = true;
            LOG.warn("recording-lost: the call goes on without; look at the disk or bucket: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int slot(long frame) {
        return (int) (frame % RING) * AudioFrame.SAMPLES;
    }

    private int ring(long sample) {
        return (int) (sample % agent.length);
    }
}
