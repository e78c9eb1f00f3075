/// A customer brings a number: it stays in their carrier account and is pointed at us, until it is rolled
/// back. Start at [ByopImporter]; what may follow what stands in [ByopImport], what is put back is
/// decided in [Undo].
@NullMarked
package dev.pickup.core.byop;

import org.jspecify.annotations.NullMarked;
