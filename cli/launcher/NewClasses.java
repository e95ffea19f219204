import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// Writes a library anew in the class format of Java 21: the same code, with the tables by which it is verified. A
/// record of loaded classes takes none in the format of Java 5, which is verified in another way at every start.
///
///     java -cp IN NewClasses.java IN OUT
final class NewClasses {
    private static final ClassFile FORMAT = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS);

    private static final ClassTransform RENEWED = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
            .andThen((builder, element) -> {
                if (element instanceof ClassFileVersion) {
                    builder.withVersion(ClassFile.JAVA_21_VERSION, 0);
                } else {
                    builder.with(element);
                }
            });

    private NewClasses() {}

    public static void main(String[] paths) throws IOException {
        try (JarFile from = new JarFile(paths[0]);
                OutputStream file = Files.newOutputStream(Path.of(paths[1]));
                JarOutputStream to = new JarOutputStream(file)) {
            for (JarEntry entry : from.stream().filter(each -> !each.isDirectory()).toList()) {
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                to.putNextEntry(new JarEntry(entry.getName()));
                to.write(entry.getName().endsWith(".class") ? renewed(bytes) : bytes);
            }
        }
    }

    private static byte[] renewed(byte[] bytes) {
        return FORMAT.transformClass(FORMAT.parse(bytes), RENEWED);
    }
}
