/// What `openapi.yaml` says, in a form that requests and responses can be held against. Start at [ApiDefinition]. Pure.
@NullMarked
package dev.pickup.local.gateway.openapi;

import org.jspecify.annotations.NullMarked;
