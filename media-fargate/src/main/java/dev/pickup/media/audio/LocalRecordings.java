package dev.pickup.media.audio;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/// Recordings as WAV files in a folder: `ACCOUNT/CALL-EPOCH.wav`. The header is mended every second of audio, so that a
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

    private static final class WavFile implements Recording {
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
            byte[] bytes = WavHeader.audio(caller, agent);
            try {
                file.seek(WavHeader.BYTES + audioBytes);
                file.write(bytes);
                audioBytes += bytes.length;
                if (audioBytes - mendedAt >= AudioFrame.SAMPLE_RATE_HZ * WavHeader.BYTES_PER_SAMPLE) {
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
            file.seek(0);
            file.write(WavHeader.of(audioBytes));
            mendedAt = audioBytes;
        }
    }
}
