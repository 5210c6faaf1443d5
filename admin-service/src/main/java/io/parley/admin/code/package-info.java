/** Configuration as code: the YAML document as a tree, and what differs between two trees. */
@NullMarked
package io.parley.admin.code;

import org.jspecify.annotations.NullMarked;
