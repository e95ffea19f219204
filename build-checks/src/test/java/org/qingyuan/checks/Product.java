package org.qingyuan.checks;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/// The classes of the product, without its tests.
final class Product {
    static final String ROOT = "org.qingyuan.";
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.qingyuan");

    private Product() {}

    /// The module a class belongs to, by its package; blank for classes of others.
    static String moduleOf(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT)) {
            return "";
        }
        int end = name.indexOf('.', ROOT.length());
        return name.substring(ROOT.length(), end < 0 ? name.length() : end);
    }

    /// The class itself, or what an array is made of.
    static JavaClass element(JavaClass type) {
        return type.isArray() ? type.getBaseComponentType() : type;
    }
}
