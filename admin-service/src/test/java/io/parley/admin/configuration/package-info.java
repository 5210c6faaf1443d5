/** What all objects of the configuration have in common. */
@NullMarked
package io.parley.admin.configuration;

import org.jspecify.annotations.NullMarked;
