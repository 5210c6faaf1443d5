/** Tests of the YAML document and of differences. */
@NullMarked
package io.parley.admin.code;

import org.jspecify.annotations.NullMarked;
