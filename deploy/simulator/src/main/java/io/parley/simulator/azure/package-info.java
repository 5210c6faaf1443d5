/**
 * SMS of Azure Communication Services with its events over Event Grid
 * (providers/azure-communication-services.md).
 */
@NullMarked
package io.parley.simulator.azure;

import org.jspecify.annotations.NullMarked;
