package dev.pickup.core.state;

import java.util.List;
import java.util.Optional;

/// What a table looks like, as plain values: stores, the local run, tests and the cloud stack all read the same ones.
/// Every table has the string keys [Tables#PARTITION] and [Tables#SORT] and is billed per request.
///
/// @param name    of the table, the same everywhere
/// @param indexes global secondary indexes
/// @param stream  what its change stream carries; empty when it has none
/// @param expiry  attribute with the epoch second after which an item counts as gone; empty when items stay
public record TableShape(String name, List<Index> indexes, Optional<ChangeStream> stream, Optional<String> expiry) {
    public TableShape {
        indexes = List.copyOf(indexes);
    }

    /// A global secondary index over two string attributes. Sparse: an item without them is not in it.
    public record Index(String name, String partition, String sort, Projection projection) {}

    /// Which attributes an index carries.
    public enum Projection {
        ALL,
        KEYS_ONLY
    }

    /// What a change stream carries of each changed item.
    public enum ChangeStream {
        NEW_IMAGE,
        NEW_AND_OLD_IMAGES
    }
}
