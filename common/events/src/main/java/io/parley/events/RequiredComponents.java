package io.parley.events;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record that is not {@code @Nullable} must be there when the record is read: what
 * the compiler promises must also hold for what others put on a topic.
 */
final class RequiredComponents extends NopAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  @Override
  public JsonSetter.Value findSetterInfo(Annotated annotated) {
    if (!(annotated instanceof AnnotatedParameter parameter)) {
      return JsonSetter.Value.empty();
    }
    if (parameter.hasAnnotation(EmptyIfAbsent.class)
        || parameter.hasAnnotation(FalseIfAbsent.class)) {
      return JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
    }
    if (parameter.hasAnnotation(Defaulted.class)) {
      return JsonSetter.Value.empty();
    }
    return isRequired(parameter)
        ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
        : JsonSetter.Value.empty();
  }

  private static boolean isRequired(AnnotatedParameter parameter) {
    RecordComponent[] components = parameter.getDeclaringClass().getRecordComponents();
    if (components == null || components.length != parameter.getOwner().getParameterCount()) {
      return false;
    }
    return !components[parameter.getIndex()].getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
