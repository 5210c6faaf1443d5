/** Takes providers' webhooks and puts what they say on Kafka (design/architecture.md §5). */
@NullMarked
package io.parley.ingress;

import org.jspecify.annotations.NullMarked;
