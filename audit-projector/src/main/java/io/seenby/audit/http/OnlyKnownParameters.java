package io.seenby.audit.http;

import io.seenby.events.Patterns;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses a query parameter that the question doesn't have, that is given twice, or empty: a misspelt filter must not
 * silently widen what is shown.
 */
@Provider
public class OnlyKnownParameters implements ContainerRequestFilter {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();
    private final ResourceInfo resource;

    OnlyKnownParameters(ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method == null || !method.getDeclaringClass().getPackageName().startsWith("io.seenby.")) {
            return;
        }
        Set<String> names = known.computeIfAbsent(method, OnlyKnownParameters::namesOf);
        request.getUriInfo().getQueryParameters().forEach((name, values) -> refuseIfWrong(names, name, values));
    }

    private static void refuseIfWrong(Set<String> names, String name, List<String> values) {
        if (!names.contains(name)) {
            throw Refusals.malformed(quotable(name), "is not a parameter of this question");
        }
        if (values.size() > 1) {
            throw Refusals.malformed(name, "must be given once");
        }
        if (values.get(0).isEmpty()) {
            throw Refusals.malformed(name, "must not be empty");
        }
    }

    /** What does not look like a name may be what should have been a value. */
    private static String quotable(String name) {
        return Patterns.FIELD_NAME.matcher(name).matches() ? name : "one that is given";
    }

    private static Set<String> namesOf(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(OnlyKnownParameters::namesOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> namesOf(Parameter parameter) {
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            return Arrays.stream(parameter.getType().getDeclaredFields())
                    .map(field -> named(field))
                    .flatMap(Optional::stream);
        }
        return Optional.ofNullable(parameter.getAnnotation(QueryParam.class)).map(QueryParam::value).stream();
    }

    private static Optional<String> named(Field field) {
        return Optional.ofNullable(field.getAnnotation(QueryParam.class)).map(QueryParam::value);
    }
}
