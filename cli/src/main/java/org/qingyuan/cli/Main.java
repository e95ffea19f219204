package org.qingyuan.cli;

import org.qingyuan.run.ProgramVersion;

/// The only main of the product.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        new picocli.CommandLine(picocli.CommandLine.Model.CommandSpec.create()).getUsageMessage();
        System.out.println("qingyuan " + ProgramVersion.text());
    }
}
