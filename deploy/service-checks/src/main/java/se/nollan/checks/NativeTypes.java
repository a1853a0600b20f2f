package se.nollan.checks;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which types of a service are read or written as JSON, and which of them a native binary knows. Jackson finds members by reflection, and a
 * binary has only those that were registered when it was built: what is missing works on the JVM and fails there.
 *
 * <p>Known are the types that are annotated or named as targets, and what endpoints say that they take or give, with all that these are
 * made of (Quarkus registers it). Needed are the records whose class is given to Jackson's reader, and the records that are made, or had from
 * a method or as a parameter, where something is handed to Jackson's writer or to a response, with all that these are made of.
 */
public final class NativeTypes {

    /** Where a value leaves as JSON: its static type is not in the byte code, so all that the method has is taken for it. */
    private static final Set<String> WRITERS = Set.of(
            "com.fasterxml.jackson.databind.ObjectMapper.writeValueAsString",
            "com.fasterxml.jackson.databind.ObjectMapper.writeValueAsBytes",
            "com.fasterxml.jackson.databind.ObjectMapper.valueToTree",
            "jakarta.ws.rs.core.Response.ok",
            "jakarta.ws.rs.core.Response$ResponseBuilder.entity",
            "io.quarkiverse.resteasy.problem.HttpProblem$Builder.with");

    /** What every service stands on, and has where JSON is written. */
    private static final Set<String> NEVER_WRITTEN =
            Set.of("se.nollan.base.security.Caller", "se.nollan.base.outbox.Message");

    private final Set<String> notWritten;
    private final JavaClasses classes;
    private final Set<Class<?>> known = new HashSet<>();

    private NativeTypes(String service, Set<String> notWritten) {
        this.notWritten = notWritten;
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(service, "se.nollan.base");
        classes.stream().map(JavaClass::reflect).forEach(type -> {
            RegisterForReflection registered = type.getAnnotation(RegisterForReflection.class);
            if (registered != null) {
                Stream<Class<?>> named =
                        registered.targets().length == 0 ? Stream.of(type) : Arrays.stream(registered.targets());
                named.flatMap(each -> registered.ignoreNested() ? Stream.of(each) : withNested(each))
                        .forEach(known::add);
            }
        });
        known.addAll(madeOf(endpoints()));
    }

    private static Stream<Class<?>> withNested(Class<?> type) {
        return Stream.concat(
                Stream.of(type), Arrays.stream(type.getDeclaredClasses()).flatMap(NativeTypes::withNested));
    }

    /**
     * Types of a service that are needed and not registered.
     *
     * @param service its package
     * @param notWritten records that are made beside what is written, and are not written themselves
     */
    public static Set<String> unregistered(String service, String... notWritten) {
        NativeTypes types = new NativeTypes(
                service,
                Stream.concat(NEVER_WRITTEN.stream(), Arrays.stream(notWritten)).collect(Collectors.toSet()));
        Set<String> unregistered = new TreeSet<>();
        types.madeOf(types.needed()).stream()
                .filter(type -> !types.known.contains(type))
                .forEach(type -> unregistered.add(type.getName()));
        return unregistered;
    }

    private List<Type> endpoints() {
        return classes.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(type -> Arrays.stream(type.reflect().getDeclaredMethods()))
                .filter(NativeTypes::isEndpoint)
                .flatMap(method -> Stream.concat(
                        Stream.of(method.getGenericReturnType()), Arrays.stream(method.getGenericParameterTypes())))
                .toList();
    }

    private static boolean isEndpoint(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(
                        annotation -> annotation.annotationType().isAnnotationPresent(jakarta.ws.rs.HttpMethod.class));
    }

    private Collection<Type> needed() {
        Set<Type> needed = new HashSet<>(known);
        for (JavaClass type : classes) {
            if (usesJackson(type)) {
                type.getReferencedClassObjects().stream()
                        .map(literal -> literal.getRawType().reflect())
                        .filter(Class::isRecord)
                        .forEach(needed::add);
            }
            type.getCodeUnits().stream().filter(NativeTypes::writes).forEach(unit -> needed.addAll(made(unit)));
        }
        return needed;
    }

    private static boolean usesJackson(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().getPackageName().equals("com.fasterxml.jackson.databind"));
    }

    private static boolean writes(JavaCodeUnit unit) {
        return unit.getMethodCallsFromSelf().stream()
                .anyMatch(call -> WRITERS.contains(
                        call.getTargetOwner().getName() + "." + call.getTarget().getName()));
    }

    private static Set<Type> made(JavaCodeUnit unit) {
        Set<Type> made = new HashSet<>();
        unit.getConstructorCallsFromSelf().stream()
                .map(call -> call.getTargetOwner().reflect())
                .filter(Class::isRecord)
                .forEach(made::add);
        unit.getMethodCallsFromSelf().stream()
                .flatMap(call -> call.getTarget().resolveMember().stream())
                .filter(method -> method.getOwner().getPackageName().startsWith("se.nollan"))
                .forEach(method -> made.add(method.reflect().getGenericReturnType()));
        if (unit instanceof JavaMethod method) {
            made.addAll(Arrays.asList(method.reflect().getGenericParameterTypes()));
        }
        return made;
    }

    /** The project's own types that values of these are made of, themselves among them. */
    private Set<Class<?>> madeOf(Collection<? extends Type> types) {
        Set<Class<?>> all = new HashSet<>();
        Deque<Type> open = new ArrayDeque<>(types);
        while (!open.isEmpty()) {
            Type type = open.pop();
            if (type instanceof ParameterizedType generic) {
                open.push(generic.getRawType());
                open.addAll(Arrays.asList(generic.getActualTypeArguments()));
            } else if (type instanceof WildcardType wildcard) {
                open.addAll(Arrays.asList(wildcard.getUpperBounds()));
            } else if (type instanceof Class<?> plain) {
                Class<?> element = plain.isArray() ? plain.getComponentType() : plain;
                if (isData(element) && !notWritten.contains(element.getName()) && all.add(element)) {
                    parts(element).forEach(open::push);
                }
            }
        }
        return all;
    }

    private static boolean isData(Class<?> type) {
        return type.getName().startsWith("se.nollan.") && (type.isRecord() || type.isEnum());
    }

    private static Stream<Type> parts(Class<?> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getGenericType)
                : Stream.empty();
    }
}
