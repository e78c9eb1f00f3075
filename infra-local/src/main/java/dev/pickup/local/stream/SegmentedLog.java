package dev.pickup.local.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An append-only log in files, positions being byte offsets since its beginning.
///
/// Survives a kill of the process at any instant: what was appended is with the operating system before `append`
/// returns, and a torn last record is cut off when the log is opened again. Against a loss of power only what `force`
/// was called for is safe. Any thread.
public final class SegmentedLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentedLog.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Path folder;
    private final LogLimits limits;
    private final NavigableMap<Long, Segment> segments = new TreeMap<>();
    private FileChannel tail;
    private long end;
    private volatile long forced;

    private SegmentedLog(Path folder, LogLimits limits, List<Segment> found) throws IOException {
        this.folder = folder;
        this.limits = limits;
        found.forEach(segment -> segments.put(segment.base(), segment));
        Segment last = segments.isEmpty()
                ? Segment.at(folder, 0)
                : segments.lastEntry().getValue();
        segments.put(last.base(), last);
        tail = FileChannel.open(last.file(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        end = last.soundEnd();
        cutTorn(last);
    }

    /// Opens the log in `folder`, made when it is not there.
    public static SegmentedLog open(Path folder, LogLimits limits) {
        try (Stream<Path> files = Files.list(Files.createDirectories(folder))) {
            List<Segment> found = files.filter(Segment::isOne)
                    .map(Segment::of)
                    .sorted(Comparator.comparingLong(Segment::base))
                    .toList();
            return new SegmentedLog(folder, limits, found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Adds the record and wakes readers.
    public void append(String text) {
        ByteBuffer bytes = Segment.encode(text);
        lock.lock();
        try {
            rotateWhenFull();
            long at = end - segments.lastKey();
            while (bytes.hasRemaining()) {
                tail.write(bytes, at + bytes.position());
            }
            end += bytes.limit();
            grown.signalAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    /// All that was appended reaches the disk before this returns.
    public void force() {
        long upTo = end();
        if (upTo == forced) {
            return;
        }
        try {
            tail().force(false);
            forced = upTo;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Records from `position` on, at most `most`; waits for one at most `patienceMs`. A position before the oldest
    /// kept record means that one; damage inside an older file is skipped, with its file named in the log.
    public List<LogRecord> read(long position, int most, long patienceMs) throws InterruptedException {
        if (!awaitBeyond(position, patienceMs)) {
            return List.of();
        }
        try {
            Segment segment = segmentOf(position);
            List<LogRecord> records = segment.read(Math.max(position, segment.base()), most);
            return records.isEmpty() ? readAfterDamage(segment, most) : records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Deletes old files, but none with a record at or after `delivered`, and never the newest.
    public void retain(long delivered, Instant now) {
        lock.lock();
        try {
            while (segments.size() > 1 && mayGo(delivered, now)) {
                Files.deleteIfExists(segments.pollFirstEntry().getValue().file());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    /// Where the next record will begin.
    public long end() {
        lock.lock();
        try {
            return end;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        force();
        try {
            tail().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileChannel tail() {
        lock.lock();
        try {
            return tail;
        } finally {
            lock.unlock();
        }
    }

    private void cutTorn(Segment last) throws IOException {
        long torn = last.end() - end;
        if (torn > 0) {
            LOG.warn("{}: cut off {} bytes of a record that was not written to its end", last.file(), torn);
            tail.truncate(end - last.base());
        }
    }

    private void rotateWhenFull() throws IOException {
        if (end - segments.lastKey() < limits.segmentBytes()) {
            return;
        }
        tail.force(false);
        tail.close();
        Segment next = Segment.at(folder, end);
        segments.put(end, next);
        tail = FileChannel.open(next.file(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private boolean awaitBeyond(long position, long patienceMs) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(patienceMs);
            while (position >= end && left > 0) {
                left = grown.awaitNanos(left);
            }
            return position < end;
        } finally {
            lock.unlock();
        }
    }

    private Segment segmentOf(long position) {
        lock.lock();
        try {
            var at = segments.floorEntry(position);
            return at == null ? segments.firstEntry().getValue() : at.getValue();
        } finally {
            lock.unlock();
        }
    }

    private List<LogRecord> readAfterDamage(Segment damaged, int most) throws IOException {
        lock.lock();
        try {
            var following = segments.higherEntry(damaged.base());
            if (following == null) {
                return List.of();
            }
            if (damaged.soundEnd() < following.getKey()) {
                LOG.error("{} is damaged; the records after the damage are skipped", damaged.file());
            }
            return following.getValue().read(following.getKey(), most);
        } finally {
            lock.unlock();
        }
    }

    private boolean mayGo(long delivered, Instant now) throws IOException {
        long following = segments.higherKey(segments.firstKey());
        Instant written = Files.getLastModifiedTime(
                        segments.firstEntry().getValue().file())
                .toInstant();
        boolean tooOld = written.isBefore(now.minus(limits.age()));
        boolean tooLarge = end - segments.firstKey() > limits.totalBytes();
        return following <= delivered && (tooOld || tooLarge);
    }
}
