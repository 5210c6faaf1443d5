/** What the OpenAPI document says about all operations alike. */
@NullMarked
package io.parley.admin.document;

import org.jspecify.annotations.NullMarked;
