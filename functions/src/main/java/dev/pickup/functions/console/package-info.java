/// The dashboard's API. Start at [ConsoleApi], the table of routes; shapes are defined in `openapi.yaml`.
///
/// Every store is asked with the account of the verified token and no other: what belongs to somebody else is
/// absent.
@NullMarked
package dev.pickup.functions.console;

import org.jspecify.annotations.NullMarked;
