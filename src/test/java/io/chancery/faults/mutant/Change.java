package io.chancery.faults.mutant;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * What is different in one class of the application.
 *
 * @param type its name
 * @param methods what these do instead
 * @param texts what their string constants say instead, part by part
 */
record Change(String type, Map<String, Implementation> methods, Map<String, String> texts) {

    static Change ofMethods(String type, Map<String, Implementation> methods) {
        return new Change(type, methods, Map.of());
    }

    static Change ofTexts(String type, Map<String, String> texts) {
        return new Change(type, Map.of(), texts);
    }

    /** Its place in a jar. */
    String file() {
        return type.replace('.', '/') + ".class";
    }

    /**
     * Changes a class file.
     *
     * @throws IllegalStateException if the class has not what is to be changed: the mutant must follow the product
     */
    byte[] apply(byte[] original) {
        var classes = new ClassFileLocator.Compound(
                ClassFileLocator.Simple.of(type, original),
                ClassFileLocator.ForClassLoader.of(Change.class.getClassLoader()));
        var description = TypePool.Default.of(classes).describe(type).resolve();
        DynamicType.Builder<?> changed = new ByteBuddy().redefine(description, classes);
        for (var method : methods.entrySet()) {
            require(declares(description, method.getKey()), method.getKey());
            changed = changed.method(named(method.getKey())).intercept(method.getValue());
        }
        var missing = new HashSet<>(texts.keySet());
        var bytes = changed.visit(replacement(missing)).make().getBytes();
        require(missing.isEmpty(), missing.toString());
        return bytes;
    }

    private static boolean declares(TypeDescription description, String method) {
        return description.getDeclaredMethods().filter(named(method)).size() == 1;
    }

    private void require(boolean there, String what) {
        if (!there) {
            throw new IllegalStateException(type + " has no " + what + " of this name, or more than one");
        }
    }

    /** @param missing the parts that have not been come across yet */
    private AsmVisitorWrapper replacement(Set<String> missing) {
        return new AsmVisitorWrapper.ForDeclaredMethods()
                .method(
                        ElementMatchers.any(),
                        (type, method, visitor, context, pool, writerFlags, readerFlags) ->
                                new MethodVisitor(OpenedClassReader.ASM_API, visitor) {
                                    @Override
                                    public void visitLdcInsn(Object value) {
                                        super.visitLdcInsn(
                                                value instanceof String text ? replace(text, missing) : value);
                                    }
                                });
    }

    private String replace(String text, Set<String> missing) {
        var replaced = text;
        for (var part : texts.entrySet()) {
            if (replaced.contains(part.getKey())) {
                missing.remove(part.getKey());
                replaced = replaced.replace(part.getKey(), part.getValue());
            }
        }
        return replaced;
    }
}
