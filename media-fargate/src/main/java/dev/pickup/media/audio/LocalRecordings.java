package dev.pickup.media.audio;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Recordings as WAV files in a folder: `ACCOUNT/CALL-EPOCH.wav`. The header is mended every second of audio, so
/// that a
/// file is readable whenever its writer dies.
public final class LocalRecordings implements Recordings {
    private final Path folder;

    public LocalRecordings(Path folder) {
        this.folder = folder;
    }

    @Override
    public Recording open(String account, String call, int epoch) {
        String key = account + "/" + call + "-" + epoch + ".wav";
        try {
            Path file = folder.resolve(key);
            Files.createDirectories(file.getParent());
            return new WavFile(key, file);
        } catch (IOException e) {
            throw new RecordingUnavailableException("Cannot write to the folder for recordings.", e);
        }
    }

    /// Stereo, 16 bit, 16,000 Hz. Source: RIFF/WAVE, "Multimedia Programming Interface and Data Specifications
    /// 1.0".
    private static final class WavFile implements Recording {
        private static final int HEADER_BYTES = 44;
        private static final int BYTES_PER_SAMPLE = 4;

        private final String key;
        private final RandomAccessFile file;
        private long audioBytes;
        private long mendedAt;

        WavFile(String key, Path path) throws IOException {
            this.key = key;
            this.file = new RandomAccessFile(path.toFile(), "rw");
            file.setLength(0);
            mend();
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public void append(short[] caller, short[] agent) {
            ByteBuffer bytes =
                    ByteBuffer.allocate(caller.length * BYTES_PER_SAMPLE).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < caller.length; i++) {
                bytes.putShort(caller[i]).putShort(agent[i]);
            }
            try {
                file.seek(HEADER_BYTES + audioBytes);
                file.write(bytes.array());
                audioBytes += bytes.capacity();
                if (audioBytes - mendedAt >= AudioFrame.SAMPLE_RATE_HZ * BYTES_PER_SAMPLE) {
                    mend();
                }
            } catch (IOException e) {
                throw new RecordingUnavailableException("Cannot write the recording.", e);
            }
        }

        @Override
        public void close() {
            try (file) {
                mend();
            } catch (IOException e) {
                throw new RecordingUnavailableException("Cannot close the recording.", e);
            }
        }

        private void mend() throws IOException {
            ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            header.put(ascii("RIFF"))
                    .putInt((int) (HEADER_BYTES - 8 + audioBytes))
                    .put(ascii("WAVE"));
            header.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 2);
            header.putInt(AudioFrame.SAMPLE_RATE_HZ).putInt(AudioFrame.SAMPLE_RATE_HZ * BYTES_PER_SAMPLE);
            header.putShort((short) BYTES_PER_SAMPLE).putShort((short) 16);
            header.put(ascii("data")).putInt((int) audioBytes);
            file.seek(0);
            file.write(header.array());
            mendedAt = audioBytes;
        }

        private static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }
}
