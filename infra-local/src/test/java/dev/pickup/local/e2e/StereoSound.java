package dev.pickup.local.e2e;

import dev.pickup.simulators.caller.Pcm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/// A stereo WAV file as any other program reads it, here the JDK's.
///
/// @param left  the caller
/// @param right the agent
record StereoSound(Pcm left, Pcm right) {
    static StereoSound read(Path file) {
        try (AudioInputStream sound = AudioSystem.getAudioInputStream(file.toFile())) {
            AudioFormat format = sound.getFormat();
            if (format.getChannels() != 2 || format.getSampleSizeInBits() != 16 || format.isBigEndian()) {
                throw new AssertionError("Not 16-bit stereo: " + format);
            }
            if (format.getSampleRate() != 16_000) {
                throw new AssertionError("Not 16 kHz: " + format);
            }
            return split(ByteBuffer.wrap(sound.readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer());
        } catch (UnsupportedAudioFileException e) {
            throw new AssertionError(file + " is no sound file", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StereoSound split(ShortBuffer samples) {
        short[] left = new short[samples.remaining() / 2];
        short[] right = new short[left.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = samples.get();
            right[i] = samples.get();
        }
        return new StereoSound(Pcm.of(left), Pcm.of(right));
    }

    double seconds() {
        return left.length() / (double) Pcm.SAMPLE_RATE_HZ;
    }

    /// How loud a side is at its loudest, 0 to 32768.
    static int peak(Pcm side) {
        int peak = 0;
        for (int i = 0; i < side.length(); i++) {
            peak = Math.max(peak, Math.abs(side.sample(i)));
        }
        return peak;
    }
}
