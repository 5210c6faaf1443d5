/** Gives files to whoever has a link to them: what agents attach, on its way to the provider. */
@NullMarked
package io.parley.ingress.file;

import org.jspecify.annotations.NullMarked;
