/** Skills, their types, and the scales by which they are rated. */
@NullMarked
package io.parley.admin.skill;

import org.jspecify.annotations.NullMarked;
