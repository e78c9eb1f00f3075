package dev.pickup.local.bus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.local.lambda.FunctionException;
import dev.pickup.local.lambda.RetryPolicy;
import dev.pickup.local.stream.LogConsumer;
import dev.pickup.local.stream.LogLimits;
import dev.pickup.local.stream.LogRecord;
import dev.pickup.local.stream.SegmentedLog;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One rule at work: reads the bus from where it stopped, gives what fits to its function, and puts what the function
/// refuses for good on its own dead-letter log.
final class RuleDelivery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RuleDelivery.class);

    private final BusRule rule;
    private final SegmentedLog deadLetters;
    private final LogConsumer consumer;

    RuleDelivery(BusRule rule, SegmentedLog events, Path folder, Runnable advanced) {
        this.rule = rule;
        this.deadLetters = SegmentedLog.open(folder.resolve(rule.name() + "-dead"), LogLimits.USUAL);
        this.consumer = new LogConsumer(
                "rule-" + rule.name(),
                events,
                deadLetters,
                folder.resolve(rule.name() + ".checkpoint"),
                target(advanced));
    }

    long position() {
        return consumer.position();
    }

    boolean isCaughtUp() {
        return consumer.isCaughtUp();
    }

    List<String> deadLetters() {
        try {
            return deadLetters.read(0, 1_000, 0).stream().map(LogRecord::text).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    @Override
    public void close() {
        consumer.close();
        deadLetters.close();
    }

    private LogConsumer.Target target(Runnable advanced) {
        return new LogConsumer.Target() {
            @Override
            public int deliver(List<LogRecord> batch) {
                return (int)
                        batch.stream().takeWhile(RuleDelivery.this::isTaken).count();
            }

            @Override
            public RetryPolicy retries() {
                return RetryPolicy.ASYNCHRONOUS;
            }

            @Override
            public void advanced() {
                advanced.run();
            }
        };
    }

    /// An event that is not for this rule is taken, too.
    private boolean isTaken(LogRecord record) {
        JsonNode envelope = EventEnvelope.parse(record.text());
        if (!rule.pattern().matches(envelope)) {
            return true;
        }
        try {
            rule.function().invoke(EventEnvelope.map(envelope));
            return true;
        } catch (FunctionException e) {
            LOG.warn("Rule {}: its function did not take an event", rule.name(), e);
            return false;
        }
    }
}
